// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/history/report_page.h"

#include "ui/shell/history/report_headings.h"
#include "ui/shell/history/report_step.h"
#include "ui/shell/style/glyph.h"
#include "ui/shell/style/look.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr int readingWidth = 840; ///< lines longer than this are hard to follow

QString reportIcon(const ReportText& text)
{
    return text.outcome ? outcomeIcon(*text.outcome) : QStringLiteral("health-unknown");
}

QColor Theme::*reportInk(const ReportText& text)
{
    if (!text.outcome)
        return &Theme::amber;
    const bool bad = *text.outcome == OutcomeKind::Failed || *text.outcome == OutcomeKind::Refused;
    return bad ? &Theme::red : &Theme::sub;
}

QLabel* cell(const QString& text, Ink ink, int weight, QWidget* parent)
{
    return makeLabel(text, TextSize::Normal, weight, ink, parent);
}

/// Names at the left, the numbers of both sides at one edge.
QWidget* trafficTable(const QList<QStringList>& rows, QWidget* parent)
{
    auto* table = new QWidget(parent);
    table->setObjectName(QStringLiteral("reportTraffic"));
    auto* grid = new QGridLayout(table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(4 * metric::unit);
    grid->setVerticalSpacing(metric::unit / 2);
    grid->setColumnStretch(3, 1);
    for (int row = 0; row < rows.size(); ++row) {
        const int weight = row == 0 ? QFont::DemiBold : QFont::Normal;
        grid->addWidget(cell(rows.at(row).value(0), Ink::Sub, weight, table), row, 0);
        for (const int column : {1, 2})
            grid->addWidget(cell(rows.at(row).value(column), Ink::Text, weight, table), row, column, Qt::AlignRight);
    }
    return table;
}

} // namespace

ReportPage::ReportPage(QWidget* parent) : QScrollArea(parent)
{
    setObjectName(QStringLiteral("reportPage"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void ReportPage::setReport(const ReportText& text)
{
    auto* page = new QWidget(this);
    page->setAutoFillBackground(true);
    page->setBackgroundRole(QPalette::Base);
    auto* across = new QHBoxLayout(page);
    across->setContentsMargins(0, 0, 0, 0);
    m_inside = new QWidget(page);
    m_inside->setMaximumWidth(readingWidth);
    m_column = makeColumn(m_inside, 3 * metric::unit);
    // With the bar beside it, it ends where the buttons under it do.
    const int bar = verticalScrollBar()->sizeHint().width();
    m_column->setContentsMargins(3 * metric::unit, 3 * metric::unit, std::max(metric::unit, 2 * metric::unit - bar),
                                 3 * metric::unit);
    across->addWidget(m_inside, 1);
    across->addStretch(0);
    addHead(text);
    addFacts(text.facts);
    addHeading(ReportHeadings::nodes());
    addFacts(text.nodes);
    addTraffic(text);
    addItems(ReportHeadings::unseen(), text.unseen);
    addHeading(ReportHeadings::steps());
    for (int i = 0; i < text.steps.size(); ++i)
        m_column->addWidget(new ReportStep(i + 1, text.steps.at(i), m_inside));
    addAsked(text);
    addItems(ReportHeadings::edited(), text.edited);
    addItems(ReportHeadings::accepted(), text.accepted);
    m_column->addStretch(1);
    setWidget(page);
}

void ReportPage::addHead(const ReportText& text)
{
    QLabel* title = makeLabel(text.title, TextSize::Title, QFont::Bold, Ink::Text, m_inside);
    title->setObjectName(QStringLiteral("reportTitle"));
    title->setWordWrap(true);
    m_column->addWidget(title);
    auto* row = new QHBoxLayout;
    row->setSpacing(metric::unit);
    const QString line = text.safety.isEmpty() ? text.outcomeLine : QString(text.outcomeLine + u" · " + text.safety);
    QLabel* outcome = makeLabel(line, TextSize::Normal, QFont::DemiBold, Ink::Text, m_inside);
    outcome->setObjectName(QStringLiteral("reportOutcome"));
    outcome->setWordWrap(true);
    row->addWidget(new Glyph(reportIcon(text), reportInk(text), m_inside), 0, Qt::AlignTop);
    row->addWidget(outcome, 1);
    m_column->addLayout(row);
    for (int i = 0; i < text.trouble.size(); ++i)
        addLine(text.trouble.at(i), i == 0 ? Ink::Red : Ink::Sub);
    m_column->addSpacing(metric::unit);
}

void ReportPage::addHeading(const QString& text)
{
    m_column->addSpacing(2 * metric::unit);
    m_column->addWidget(makeLabel(text, TextSize::Large, QFont::Bold, Ink::Text, m_inside));
}

QWidget* ReportPage::addLine(const QString& text, Ink ink)
{
    QLabel* line = makeLabel(text, TextSize::Normal, QFont::Normal, ink, m_inside);
    line->setWordWrap(true);
    line->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_column->addWidget(line);
    return line;
}

void ReportPage::addFacts(const QList<Fact>& facts)
{
    auto* list = new FactList(m_inside);
    list->setFacts(facts);
    m_column->addWidget(list);
}

void ReportPage::addTraffic(const ReportText& text)
{
    addHeading(ReportHeadings::traffic());
    addLine(text.failures, text.anyFailed ? Ink::Red : Ink::Text)->setObjectName(QStringLiteral("reportFailures"));
    addLine(text.switchLine, Ink::Text)->setObjectName(QStringLiteral("reportSwitch"));
    if (!text.traffic.isEmpty())
        m_column->addWidget(trafficTable(text.traffic, m_inside));
}

void ReportPage::addAsked(const ReportText& text)
{
    addHeading(ReportHeadings::asked());
    if (text.asked.isEmpty())
        addLine(ReportHeadings::nobodyAsked(), Ink::Sub);
    for (const ReportAskedText& asked : text.asked) {
        addLine(QString(asked.at + u"  " + asked.what), Ink::Text);
        if (!asked.refused.isEmpty())
            addLine(asked.refused, Ink::Sub);
    }
}

void ReportPage::addItems(const QString& heading, const QStringList& items)
{
    if (items.isEmpty())
        return;
    addHeading(heading);
    for (const QString& item : items)
        addLine(QString(u"• " + item), Ink::Sub);
}

} // namespace snowmelt
