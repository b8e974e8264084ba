"""Words of a kit in the language of the interface: lengths, levels and who plays which role."""

from kit_app.domain.kit import Kit, KitWords


def words_of(kit: Kit, language: str) -> KitWords:
    """The kit's words in a language, or in its first one."""
    return kit.words.get(language) or kit.words[kit.languages[0]]


def roles_text(kit: Kit, size: int, language: str) -> str:
    """`Rédac' chef + Voix du téléphone · Grande plume`: one part a player; empty for an odd size."""
    try:
        players = kit.distribution(size).players
    except KeyError:
        return ""
    roles = words_of(kit, language).roles
    return " · ".join(" + ".join(roles[ident].title for ident in player) for player in players)
