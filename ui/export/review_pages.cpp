// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/review_pages.h"

#include "ui/export/table_flow.h"

#include <QCoreApplication>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr double headingRoom = 120; ///< a heading with less below it goes to the next page

void flowSection(PageFlow& flow, const PaperSection& section)
{
    const Theme& theme = flow.theme();
    flow.need(headingRoom);
    flow.skip(16);
    flow.paragraph(section.heading, {TextSize::Large, QFont::Bold, theme.text}, 22);
    for (const QString& paragraph : section.paragraphs)
        flow.paragraph(paragraph, {TextSize::Small, QFont::Normal, theme.text}, 16);
    flow.skip(4);
    flowTable(flow, section.table);
}

void flowPicture(PageFlow& flow, const Sheet& picture)
{
    flow.skip(8);
    const double scale = std::min({1.0, flow.width() / picture.size.width(), flow.room() / picture.size.height()});
    const QPointF corner(flow.left() + (flow.width() - scale * picture.size.width()) / 2, flow.y());
    flow.add(placed(picture.shapes, scale, corner));
    flow.skip(scale * picture.size.height());
}

} // namespace

class ReviewFoot
{
    Q_DECLARE_TR_FUNCTIONS(ReviewPages)

public:
    static QString text(const QString& title, int page, int pages)
    {
        return tr("%1 · page %2 of %3").arg(title).arg(page).arg(pages);
    }
};

QList<Sheet> reviewPages(const Paper& paper, const Sheet& picture, const PageFormat& format, bool dark)
{
    const Theme& theme = Theme::of(dark);
    PageFormat page = format;
    if (page.size == PageSize::Fit)
        page.size = PageSize::A4;
    // Words are read upright; only who asks for it gets them across.
    page.landscape = page.landscape.value_or(false);
    PageFlow flow(pageUnits(page, picture.size), theme);
    flow.paragraph(paper.title, {TextSize::Title, QFont::Bold, theme.text}, 26);
    flow.paragraph(paper.subtitle, {TextSize::Small, QFont::Normal, theme.sub}, 16);
    flowPicture(flow, picture);
    for (const PaperSection& section : paper.sections)
        flowSection(flow, section);
    const Sheet like{{}, theme.canvas, paper.title, paper.subtitle, {}};
    return flow.take(like, [&](int number, int count) { return ReviewFoot::text(paper.title, number, count); });
}

} // namespace snowmelt
