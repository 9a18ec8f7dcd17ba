"""The page of a municipality with a profile: its colours, and its logo in the heading, within the page's own rules."""

import re
from base64 import b64decode, b64encode
from hashlib import sha256

from profiles import GREEN, png, with_profile

from planstrategi.charts.house import style
from planstrategi.outputs.report.inputs import input_files
from planstrategi.outputs.report.page import report_page


def test_the_logo_stands_once_in_the_heading_with_its_alternative_text_and_as_it_is(fjordvik):
    page = report_page(with_profile(fjordvik), [], {})
    heading = page[page.index("<header>") : page.index("</header>")]
    ((words, data),) = re.findall(r'<img class="logo" alt="([^"]*)" src="data:image/png;base64,([^"]*)">', page)
    assert words == "Logoen til Fjordvik" and data in heading
    assert b64decode(data) == png()


def test_the_colour_is_in_the_style_and_the_style_is_the_one_that_the_page_lets_in(fjordvik):
    page = report_page(with_profile(fjordvik), [], {})
    (sheet,) = re.findall("<style>(.*?)</style>", page, re.DOTALL)
    assert f"--accent: {GREEN};" in sheet
    assert f"style-src 'sha256-{b64encode(sha256(sheet.encode()).digest()).decode()}'" in page


def test_without_a_profile_the_page_is_in_the_house_s_colours_and_has_no_logo(fjordvik):
    page = report_page(fjordvik, [], {})
    assert f"--accent: {style.DEEP};" in page
    assert "<img" not in page
    assert "--other: #8db8de;" in page and "#8db8de" in style.TINTS


def test_the_logo_is_one_of_the_files_the_report_is_made_from(fjordvik):
    assert "logo.png" in input_files(with_profile(fjordvik), [])
    assert "logo.png" not in input_files(fjordvik, [])
