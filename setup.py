"""Distribution of imio.platform: the suite's add-ons in one package."""

from pathlib import Path
from setuptools import find_namespace_packages
from setuptools import setup

ROOT = "src/imio.platform"

setup(
    name="imio.platform",
    version="1.0.0a1",
    description="Suite of Plone add-ons for local authorities",
    long_description=Path("README.md").read_text(encoding="utf-8"),
    long_description_content_type="text/markdown",
    author="iMio",
    author_email="support@imio.be",
    license="GPL-2.0-only",
    classifiers=[
        "Development Status :: 3 - Alpha",
        "Environment :: Web Environment",
        "Framework :: Plone",
        "Framework :: Plone :: 6.2",
        "Framework :: Plone :: Addon",
        "Natural Language :: French",
        "Operating System :: OS Independent",
        "Programming Language :: Python :: 3.11",
        "Programming Language :: Python :: 3.12",
        "Programming Language :: Python :: 3.13",
    ],
    package_dir={"": ROOT},
    # No include filter: with one, the editable install falls back to an
    # import finder that breaks ZCML and test tools.
    packages=find_namespace_packages(ROOT),
    include_package_data=True,
    zip_safe=False,
    # In 3.13.0 a pickler's persistent_id is read-only, which breaks Plone's versions.
    python_requires=">=3.11,!=3.13.0",
    install_requires=[
        # Older add-ons import pkg_resources at run time.
        "setuptools<81",
        "Products.CMFPlone>=6.2,<6.3",
        "plone.classicui>=2.0",
        "plone.app.caching>=5.0",
        "plone.app.iterate",
        "plone.app.multilingual>=9.0",
        "plone.app.upgrade",
        "plone.distribution>=4.0",
        "plone.restapi>=10.0",
        "plone.api>=3.0",
        "plone.app.dexterity>=5.0",
        "collective.documentgenerator>=4.0",
        "appy>=1.0",
        "holidays>=0.60",
        "huey>=2.5",
        "jsonschema>=4.0",
        "python-gettext",
        "pypdf>=5.0",
        "python-stdnum>=2.0",
        "segno>=1.6",
        # 4.x wants Python 3.11.5; Debian 12 ships 3.11.2.
        "soupsieve<4",
        "waitress",
    ],
    extras_require={
        "test": [
            "axe-playwright-python>=0.1.4",
            "hypothesis",
            "playwright",
            "plone.app.testing",
            "pytest",
            "pytest-plone>=1.0",
        ],
        "dev": [
            "import-linter",
            "mkdocs>=1.6",
            "mypy",
            "polib",
            "pre-commit",
            "ruff",
            "towncrier",
            "zpretty",
        ],
        "buildout": ["zc.buildout>=5", "plone.recipe.zope2instance"],
    },
    entry_points={
        "z3c.autoinclude.plugin": ["target = plone"],
        "plone.autoinclude.plugin": ["target = plone"],
        "console_scripts": ["imio-platform = imio.platform.cli.main:main"],
    },
)
