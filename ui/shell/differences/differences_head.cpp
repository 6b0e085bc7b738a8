// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/differences/differences_head.h"

#include "models/document/fleet_document.h"
#include "models/items/group_drift_cells.h"
#include "models/items/group_drift_text.h"
#include "models/wording/wording.h"
#include "ui/shell/style/look.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr int baselineWidth = 168;

void setButton(QPushButton* button, const QString& why, const QString& hint)
{
    button->setEnabled(why.isEmpty());
    button->setToolTip(why.isEmpty() ? hint : why);
}

} // namespace

DifferencesHead::DifferencesHead(QWidget* parent)
    : QWidget(parent), m_title(makeLabel({}, TextSize::Large, QFont::Bold, Ink::Text, this)),
      m_about(makeLabel({}, TextSize::Normal, QFont::Normal, Ink::Sub, this)),
      m_notice(makeLabel({}, TextSize::Normal, QFont::Normal, Ink::Amber, this)),
      m_rebirth(makeButton("differencesRebirth", tr("Rebirth…"), {})),
      m_rebirthAll(makeButton("differencesRebirthAll", {}, {})),
      m_copy(makeButton("differencesCopy", tr("Copy"), tr("Copies the whole comparison as text."))),
      m_look(makeButton("differencesLook", tr("Look again"), {})),
      m_close(makeButton("differencesClose", {}, tr("Closes who differs (Esc)"))), m_baseline(new QComboBox(this)),
      m_progress(makeProgress())
{
    m_title->setObjectName(QStringLiteral("differencesTitle"));
    m_about->setObjectName(QStringLiteral("differencesAbout"));
    m_notice->setObjectName(QStringLiteral("differencesNotice"));
    for (QLabel* label : {m_title, m_about, m_notice})
        elide(label);
    makePrimary(m_rebirth);
    makeQuiet(m_close);
    m_close->setIcon(themeIcon(QStringLiteral("close"), &Theme::sub));
    m_close->setAccessibleName(tr("Close"));
    m_baseline->setObjectName(QStringLiteral("differencesBaseline"));
    m_baseline->setAccessibleName(tr("Compare with"));
    m_baseline->setToolTip(tr("What the nodes are compared with. Another choice looks again."));
    m_baseline->setMinimumWidth(baselineWidth);
    m_baseline->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(m_baseline, &QComboBox::activated, this, &DifferencesHead::lookAsked);
    connect(m_look, &QPushButton::clicked, this, &DifferencesHead::lookAsked);
    connect(m_copy, &QPushButton::clicked, this, &DifferencesHead::copyAsked);
    connect(m_close, &QPushButton::clicked, this, &DifferencesHead::closeAsked);
    connect(m_rebirth, &QPushButton::clicked, this, &DifferencesHead::rebirthAsked);
    connect(m_rebirthAll, &QPushButton::clicked, this, &DifferencesHead::rebirthAllAsked);

    auto* first = new QHBoxLayout;
    first->setSpacing(metric::unit);
    first->addWidget(m_title, 1);
    for (QPushButton* button : {m_rebirthAll, m_rebirth, m_close})
        first->addWidget(button);
    // What it is about, and beside it what makes it otherwise: with all of them in one row the title would be cut.
    auto* second = new QHBoxLayout;
    second->setSpacing(metric::unit);
    second->setContentsMargins(0, 0, metric::unit, 0);
    second->addWidget(m_about, 1);
    for (QWidget* widget :
         {static_cast<QWidget*>(m_baseline), static_cast<QWidget*>(m_look), static_cast<QWidget*>(m_copy)})
        second->addWidget(widget);
    QVBoxLayout* column = makeColumn(this);
    column->setContentsMargins(2 * metric::unit, metric::unit, metric::unit, 4);
    column->setSpacing(6);
    column->addLayout(first);
    column->addLayout(second);
    column->addWidget(m_notice);
    column->addWidget(m_progress);
}

QPushButton* DifferencesHead::makeButton(const char* name, const QString& text, const QString& hint)
{
    auto* button = new QPushButton(text, this);
    button->setObjectName(QString::fromLatin1(name));
    button->setToolTip(hint);
    return button;
}

QWidget* DifferencesHead::makeProgress()
{
    auto* strip = new QWidget(this);
    strip->setObjectName(QStringLiteral("differencesProgress"));
    m_bar = new QProgressBar(strip);
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(baselineWidth);
    m_doing = makeLabel({}, TextSize::Normal, QFont::Normal, Ink::Sub, strip);
    m_doing->setObjectName(QStringLiteral("differencesDoing"));
    elide(m_doing);
    m_cancel = new QPushButton(tr("Cancel"), strip);
    m_cancel->setObjectName(QStringLiteral("differencesCancel"));
    connect(m_cancel, &QPushButton::clicked, this, &DifferencesHead::cancelAsked);
    auto* row = new QHBoxLayout(strip);
    row->setContentsMargins(0, 4, metric::unit, 4);
    row->setSpacing(metric::unit);
    row->addWidget(m_bar);
    row->addWidget(m_doing, 1);
    row->addWidget(m_cancel);
    return strip;
}

void DifferencesHead::showFound(const DiffIntent& whom, const GroupDrift* drift)
{
    m_title->setText(drift ? GroupDriftText::title(*drift) : tr("Who differs in %1").arg(whomText(whom)));
    m_title->setToolTip(m_title->text());
    m_copy->setVisible(drift);
    m_rebirth->setVisible(m_rebirthOffered && drift && !drift->differences.isEmpty());
    showAge(drift);
}

void DifferencesHead::showAge(const GroupDrift* drift)
{
    QStringList parts;
    const QDateTime at = drift ? seenAtEarliest(*drift) : QDateTime();
    if (at.isValid())
        parts << tr("seen %1").arg(ageText(at, QDateTime::currentDateTimeUtc()));
    if (drift)
        parts << GroupDriftText::against(*drift) << GroupDriftText::alike(*drift) << GroupDriftText::onlyHidden(*drift);
    parts.removeAll(QString());
    m_about->setText(parts.join(QStringLiteral(" · ")));
}

void DifferencesHead::offerBaselines(const QStringList& nodes, const QString& chosen)
{
    const QSignalBlocker quiet(m_baseline);
    m_baseline->clear();
    m_baseline->addItem(tr("What most have"), QString());
    for (const QString& node : nodes)
        m_baseline->addItem(node, node);
    m_baseline->setCurrentIndex(std::max(0, m_baseline->findData(chosen)));
}

QString DifferencesHead::baseline() const
{
    return m_baseline->currentData().toString();
}

void DifferencesHead::showNotice(const QString& text, const QString& all)
{
    m_notice->setText(text);
    m_notice->setToolTip(all);
    m_notice->setVisible(!text.isEmpty());
}

void DifferencesHead::showLook(const OperationState* look)
{
    m_looking = look && look->running();
    m_progress->setVisible(m_looking);
    if (m_looking) {
        const Progress progress = look->progress.value_or(Progress());
        m_bar->setRange(0, progress.total);
        m_bar->setValue(progress.done);
        m_doing->setText(look->cancelAsked ? tr("Cancelling…") : sentence(progress));
        m_cancel->setEnabled(!look->cancelAsked);
    }
    follow();
}

void DifferencesHead::setLookBlocked(const QString& why)
{
    m_whyNot = why;
    follow();
}

void DifferencesHead::follow()
{
    const QString why = m_looking ? tr("The nodes are being looked at.") : m_whyNot;
    setButton(m_look, why, tr("Looks at the nodes once more. It only reads."));
    m_baseline->setEnabled(why.isEmpty());
}

void DifferencesHead::setRebirthOffered(bool offered)
{
    m_rebirthOffered = offered;
    m_rebirth->setVisible(offered && m_rebirth->isVisibleTo(this));
}

void DifferencesHead::offerRebirthOf(const QStringList& nodes, const QString& why)
{
    m_rebirthAll->setVisible(m_rebirthOffered && nodes.size() > 1);
    m_rebirthAll->setText(tr("Rebirth the %n that differ(s)…", nullptr, int(nodes.size())));
    setButton(m_rebirthAll, why, GroupDriftText::names(nodes));
}

void DifferencesHead::offerRebirth(const QString& node, const QString& why)
{
    m_rebirth->setText(node.isEmpty() ? tr("Rebirth…") : tr("Rebirth %1…").arg(node));
    setButton(m_rebirth, node.isEmpty() ? tr("Choose a node’s column first.") : why,
              tr("Replaces the node by a fresh one of the same image. No request is lost."));
}

} // namespace snowmelt
