import pytest
import requests

JSON = {"Accept": "application/json"}


@pytest.fixture
def url(site):
    return f"{site.absolute_url()}/@commune"


@pytest.fixture
def patch(url, commune_manager):
    return lambda body: requests.patch(
        url, json=body, headers=JSON, auth=commune_manager
    )


def refused_fields(answer):
    assert answer.status_code == 400
    return {error["field"]: error["message"] for error in answer.json()["errors"]}


def test_everybody_may_read_it(url):
    answer = requests.get(url, headers=JSON)
    assert answer.status_code == 200
    assert answer.json()["name"] == "Notre commune"
    assert answer.json()["logo"] is None


def test_a_visitor_may_not_change_it(url):
    answer = requests.patch(url, json={"name": "X"}, headers=JSON)
    assert answer.status_code == 401


def test_a_member_may_not_change_it(url, member):
    answer = requests.patch(url, json={"name": "X"}, headers=JSON, auth=member)
    assert answer.status_code in (401, 403)


def test_the_commune_manager_changes_it(patch, url):
    answer = patch({"name": "Commune de Hautes-Rives", "phone": "081/12.34.56"})
    assert answer.status_code == 200
    kept = requests.get(url, headers=JSON).json()
    assert kept["name"] == "Commune de Hautes-Rives"
    assert kept["phone"] == "081 12 34 56"


def test_a_colour_too_light_is_replaced_and_said(patch):
    answer = patch({"primary_colour": "#ffcc00"}).json()
    assert answer["primary_colour"] != "#ffcc00"
    assert "La couleur choisie #ffcc00 est trop claire" in answer["notices"][0]
    assert answer["primary_colour"] in answer["notices"][0]


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("ins_code", "9209", "exactement cinq chiffres"),
        ("ins_code", "21004", "commune wallonne"),
        ("postal_codes", ["5300", "53"], "« 53 » n'est pas un code postal"),
        ("postcode", "53", "quatre chiffres"),
        ("primary_colour", "rouge", "« rouge » n'est pas une couleur"),
        ("email", "info", "adresse e-mail"),
        ("phone", "12", "numéro de téléphone"),
        ("kbo_number", "1", "numéro d'entreprise"),
        ("name", " ", "nom de la commune"),
        ("quick_links", ["Guichet"], "« Libellé | adresse »"),
        ("social_links", ["facebook"], "adresse complète"),
        ("mayor", "x", "n'existe pas"),
        ("name", 12, "type attendu"),
        ("logo", "x", "filename"),
    ],
)
def test_bad_input_is_refused_beside_its_field(patch, field, value, said):
    assert said in refused_fields(patch({field: value}))[field]


def test_one_refusal_keeps_everything_as_it_was(patch, url):
    patch({"name": "Autre nom", "ins_code": "x"})
    assert requests.get(url, headers=JSON).json()["name"] == "Notre commune"


def test_the_logo_is_served_and_may_run_nothing(patch, site, base64):
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'
    answer = patch({"logo": {"filename": "logo.svg", "data": base64(drawing)}})
    served = requests.get(answer.json()["logo"])
    assert served.content == drawing
    assert served.headers["Content-Type"] == "image/svg+xml"
    assert "sandbox" in served.headers["Content-Security-Policy"]
    assert "immutable" in served.headers["Cache-Control"]


@pytest.mark.parametrize(
    ("filename", "data", "said"),
    [
        ("logo.png", b"", "est vide"),
        ("logo.png", b"GIF89a", "n'est pas celui qu'annonce son nom"),
        ("logo.exe", b"MZ", "type accepté"),
        ("logo.png", b"\x89PNG\r\n\x1a\n" + b"0" * 1_000_001, "trop lourd"),
        ("logo.svg", b"<svg><script>1</script></svg>", "programme"),
        ("logo.svg", b"<svg onload='x()'/>", "programme"),
        ("logo.svg", b"<html/>", "n'est pas celui"),
        ("logo.svg", b"<svg", "n'est pas celui"),
        (
            "logo.svg",
            b"<svg xmlns:l='http://www.w3.org/1999/xlink'>"
            b"<image l:href='https://ailleurs.be/x.png'/></svg>",
            "autre site",
        ),
        (
            "logo.svg",
            b'<!DOCTYPE svg [<!ENTITY e SYSTEM "file:///etc/passwd">]><svg>&e;</svg>',
            "programme",
        ),
    ],
)
def test_a_wrong_logo_is_refused(patch, base64, filename, data, said):
    body = {"logo": {"filename": filename, "data": base64(data)}}
    assert said in refused_fields(patch(body))["logo"]


def test_without_a_logo_there_is_no_page(site):
    assert requests.get(f"{site.absolute_url()}/@@commune-logo").status_code == 404


def test_a_text_of_one_megabyte_is_told_with_the_room_there_is(patch):
    refused = refused_fields(
        patch({"slogan": "x" * 1_000_000, "opening_hours": ["x" * 1_000_000]})
    )
    assert refused["slogan"] == "Ce texte est trop long : 160 caractères au plus."
    assert "500 caractères au plus par ligne" in refused["opening_hours"]
