"""After the end the facilitator shows players the reflexes, one path after the other, from the console."""

from tests.ui.console.evening import evening


def test_the_console_leads_through_the_paths_and_back_to_the_first_page(qtbot, tmp_path) -> None:
    with evening(tmp_path / "data") as one:
        one.click("next-step")
        for puzzle in ("P1", "P2", "P5"):
            one.solve(puzzle)
        one.click("stop")
        verbs = one.live.question.buttons
        verbs["at-once"].click()
        assert one.view.phase == "ended"
        assert one.live.player.page == "debrief"
        seen = [one.live.player.view.scene.path]
        for _ in one.view.talk_paths:
            one.click("next-step-other")
            seen.append(one.live.player.view.scene.path)
        assert seen == [None, "A", "B", "C"]
        assert one.live.player.view.scene.points
        one.click("next-step-other")
        assert one.live.player.view.scene.path is None
