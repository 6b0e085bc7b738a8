// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rehearsal/checks_list.h"

#include "models/wording/wording.h"
#include "ui/shell/rehearsal/start_state.h"
#include "ui/shell/style/glyph.h"
#include "ui/shell/style/look.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace snowmelt {

namespace {

Glyph* glyphOf(Verdict verdict, QWidget* parent)
{
    switch (verdict) {
    case Verdict::Block:
        return new Glyph(QStringLiteral("health-down"), &Theme::red, parent);
    case Verdict::Warn:
        return new Glyph(QStringLiteral("health-degraded"), &Theme::amber, parent);
    case Verdict::Pass:
        break;
    }
    return new Glyph(QStringLiteral("health-healthy"), &Theme::sub, parent);
}

} // namespace

ChecksList::ChecksList(QWidget* parent) : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    auto* inside = new QWidget(this);
    m_column = makeColumn(inside, 0);
    m_column->setContentsMargins(0, 0, metric::unit, 0);
    m_column->setSpacing(metric::unit);
    m_column->addStretch(1);
    setWidget(inside);
    inside->setAutoFillBackground(false); // setWidget() fills
}

QSize ChecksList::sizeHint() const
{
    return {320, widget()->sizeHint().height()};
}

QSize ChecksList::minimumSizeHint() const
{
    constexpr int fewRows = 112;
    return {160, qMin(sizeHint().height(), fewRows)};
}

void ChecksList::setChecks(const QList<PlanCheck>& checks)
{
    const QList<PlanCheck> sorted = gravestFirst(checks);
    if (sorted == m_checks)
        return; // the box that has the focus keeps it
    m_checks = sorted;
    m_accepted.removeIf([this](const PlanCheck& check) { return !m_checks.contains(check); });
    qDeleteAll(m_rows);
    m_rows.clear();
    for (const PlanCheck& check : std::as_const(m_checks)) {
        m_rows.append(makeRow(check));
        m_column->insertWidget(int(m_rows.size()) - 1, m_rows.last());
    }
    updateGeometry();
}

/// Rows are shown, and wanted room for, only after they were made.
bool ChecksList::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

QWidget* ChecksList::makeRow(const PlanCheck& check)
{
    auto* row = new QWidget(widget());
    const QString said = sentence(check);
    const bool passes = check.verdict == Verdict::Pass;
    QLabel* words = makeLabel(said, TextSize::Normal, passes ? QFont::Normal : QFont::DemiBold, Ink::Text, row);
    words->setObjectName(QStringLiteral("checkSentence"));
    words->setWordWrap(true);
    words->setAccessibleName(verdictText(check.verdict) + u": " + said);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(metric::unit);
    line->addWidget(glyphOf(check.verdict, row), 0, Qt::AlignTop);
    line->addWidget(words, 1);
    if (check.verdict != Verdict::Warn)
        return row;
    auto* box = new QCheckBox(tr("Accept"), row);
    box->setObjectName(QStringLiteral("acceptWarning"));
    box->setAccessibleName(tr("Accept: %1").arg(said));
    box->setChecked(m_accepted.contains(check));
    connect(box, &QCheckBox::toggled, this, [this, check](bool on) { accept(check, on); });
    line->addWidget(box, 0, Qt::AlignTop);
    return row;
}

void ChecksList::accept(const PlanCheck& check, bool accepted)
{
    m_accepted.removeAll(check);
    if (accepted)
        m_accepted.append(check);
    Q_EMIT acceptanceChanged();
}

} // namespace snowmelt
