"""Which social network an address belongs to."""

from urllib.parse import urlsplit

#: Host, without what stands before it, to the network's name and picture.
NETWORKS = {
    "facebook.com": ("Facebook", "facebook"),
    "instagram.com": ("Instagram", "instagram"),
    "linkedin.com": ("LinkedIn", "linkedin"),
    "youtube.com": ("YouTube", "youtube"),
    "x.com": ("X", "twitter-x"),
    "twitter.com": ("X", "twitter-x"),
    "bsky.app": ("Bluesky", "bluesky"),
    "tiktok.com": ("TikTok", "tiktok"),
    "mastodon.social": ("Mastodon", "mastodon"),
    "whatsapp.com": ("WhatsApp", "whatsapp"),
}


def network(address: str) -> dict[str, str]:
    """Name, picture and address, the host being the name of an unknown one."""
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    for known, (title, icon) in NETWORKS.items():
        if host == known or host.endswith(f".{known}"):
            return {"title": title, "icon": icon, "url": address}
    return {"title": host or address, "icon": "globe", "url": address}
