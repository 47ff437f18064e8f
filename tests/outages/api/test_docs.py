"""The browsable page of the API: nothing inline, no cookie, and no complaint of a browser."""

import pytest
from django.test import Client
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer


def test_the_page_holds_no_code_and_sets_no_cookie(db: None, client: Client) -> None:
    answer = client.get("/api/docs/")
    text = answer.content.decode()
    assert "<style" not in text
    assert " style=" not in text
    assert text.count("<script") == text.count("<script src=")
    assert 'href="/api/schema/"' in text
    assert not answer.cookies
    assert "'unsafe" not in answer["Content-Security-Policy"]


@pytest.mark.browser
def test_a_browser_shows_it_without_complaint(browser: Browser, live_server: LiveServer) -> None:
    page = browser.new_page()
    complaints: list[str] = []
    strangers: list[str] = []
    page.on("console", lambda said: complaints.append(f"{said.type}: {said.text}"))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "request",
        lambda request: (
            None
            if request.url.startswith((live_server.url, "data:"))
            else strangers.append(request.url)
        ),
    )
    page.goto(f"{live_server.url}/api/docs/")
    report = page.get_by_text("/api/v1/reports", exact=False).first
    expect(report).to_be_visible()
    report.click()
    expect(page.get_by_text("Taken: it is in the counts within seconds.")).to_be_visible()
    assert complaints == []
    assert strangers == []
    page.close()
