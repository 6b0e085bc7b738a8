// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/history/happening_list.h"

#include "ui/shell/history/happening_delegate.h"
#include "ui/shell/history/replay_text.h"
#include "ui/shell/style/look.h"

#include <QHeaderView>

namespace snowmelt {

namespace {

constexpr int happeningsWidth = 360;

HappeningGlyph glyphOfEnd(OutcomeKind outcome)
{
    if (outcome == OutcomeKind::Failed || outcome == OutcomeKind::Refused)
        return {outcomeIcon(outcome), &Theme::red};
    return {outcomeIcon(outcome), outcome == OutcomeKind::Cancelled ? &Theme::faint : &Theme::sub};
}

} // namespace

HappeningGlyph happeningGlyph(const EventBody& body)
{
    if (const auto* finished = std::get_if<Finished>(&body))
        return glyphOfEnd(finished->outcome);
    if (std::holds_alternative<StepDone>(body))
        return {QStringLiteral("health-healthy"), &Theme::sub};
    if (std::holds_alternative<StepFailed>(body))
        return {QStringLiteral("health-down"), &Theme::red};
    const auto* told = std::get_if<Controlled>(&body);
    if (std::holds_alternative<RollingBack>(body) || std::holds_alternative<ConfigEdited>(body) ||
        (told && told->refused))
        return {QStringLiteral("health-degraded"), &Theme::amber};
    return {};
}

HappeningList::HappeningList(QWidget* parent) : QTreeWidget(parent), m_delegate(new HappeningDelegate(this))
{
    setObjectName(QStringLiteral("replayList"));
    setAccessibleName(tr("What happened"));
    setColumnCount(HappeningDelegate::ColumnCount);
    setItemDelegate(m_delegate);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setFrameShape(QFrame::NoFrame);
    setFixedWidth(happeningsWidth);
    setVerticalScrollMode(ScrollPerPixel); // rows differ in height
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setSectionResizeMode(HappeningDelegate::When, QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(HappeningDelegate::What, QHeaderView::Stretch);
    // What wraps has another height in another width.
    connect(header(), &QHeaderView::sectionResized, this, &QTreeWidget::doItemsLayout, Qt::QueuedConnection);
}

void HappeningList::setReplay(const Replay& replay)
{
    clear();
    Plan plan;
    QList<HappeningGlyph> glyphs;
    for (const ReplayMark& mark : replay.marks()) {
        const EventBody& body = replay.events().at(mark.event).body;
        if (const auto* made = std::get_if<PlanMade>(&body))
            plan = made->plan; // each batch of a rebirth has its own
        auto* item = new QTreeWidgetItem(this, {placeText(mark.ms), happeningText(body, plan, StepNames::Short)});
        const QString whole = happeningText(body, plan, StepNames::Long);
        item->setToolTip(HappeningDelegate::What, whole);
        item->setData(HappeningDelegate::What, Qt::AccessibleTextRole, whole);
        glyphs.append(happeningGlyph(body));
    }
    m_delegate->setGlyphs(glyphs);
}

} // namespace snowmelt
