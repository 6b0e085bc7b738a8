// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rehearsal/choices_bar.h"

#include "models/document/fleet_document.h"
#include "models/domain/planning/plan.h"
#include "models/items/item_text.h"
#include "models/wording/wording.h"
#include "ui/shell/inspector/facts.h"
#include "ui/shell/rehearsal/choice_grid.h"
#include "ui/shell/rehearsal/more_choices.h"
#include "ui/shell/style/look.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr int usualBake = 60;
constexpr int longestBake = 24 * 3600;
constexpr qsizetype namesShown = 12;
constexpr qsizetype namesInTip = 200;
constexpr int roundRow = 4; ///< below those of the further choices

/// What the group runs, each image once.
QList<ImageRef> runningImages(const FleetDocument& document, const QString& group)
{
    QList<ImageRef> images;
    if (const GroupState* state = document.fleet().findGroup(group)) {
        for (const NodeState& node : state->nodes) {
            if (!node.image.isNull() && !images.contains(node.image))
                images.append(node.image);
        }
    }
    if (const Group* wanted = document.blueprint().findGroup(group); wanted && images.isEmpty())
        images.append(wanted->image);
    return images;
}

QLabel* subLabel(const QString& text, QWidget* parent)
{
    return makeLabel(text, TextSize::Normal, QFont::Normal, Ink::Sub, parent);
}

} // namespace

ChoicesBar::ChoicesBar(const FleetDocument& document, const RehearsalSubject& subject, QWidget* parent)
    : QWidget(parent), m_subject(subject)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(metric::unit);
    grid->setColumnMinimumWidth(ChoiceGap, 2 * metric::unit);
    grid->setColumnStretch(ChoiceRest, 1);
    if (subject.node.isEmpty()) {
        addTarget(grid, document);
        addBake(grid);
        grid->addLayout(makeRest(strategyText(Strategy::BlueGreen)), 0, ChoiceRest);
    } else {
        const NodeState* state = document.fleet().findNode(subject.node);
        m_reborn = state ? state->image : ImageRef{};
        const QString what = subject.then.isEmpty() ? imageText(m_reborn) : subject.group;
        grid->addWidget(subLabel(tr("%1, made anew").arg(what), this), 0, ChoiceName, 1, 2);
        Plan asked;
        asked.strategy = Strategy::Rebirth;
        asked.toFollow = subject.then;
        grid->addLayout(makeRest(strategyText(asked)), 0, SecondName, 1, 3);
        const GroupState* group = document.fleet().findGroup(subject.group);
        if (!subject.then.isEmpty())
            addRound(grid, group ? int(group->nodes.size()) : 0);
    }
    m_more = new MoreChoices(grid, this);
    m_more->setVisible(false);
    connect(m_more, &MoreChoices::typed, this, &ChoicesBar::typed);
    connect(m_more, &MoreChoices::changed, this, &ChoicesBar::changed);
}

void ChoicesBar::addTarget(QGridLayout* grid, const FleetDocument& document)
{
    const QList<ImageRef> running = runningImages(document, m_subject.group);
    const ImageRef from = running.value(0);
    const QString fromText = running.size() > 1 ? tr("%n image(s)", nullptr, int(running.size())) : imageText(from);
    m_target = new QComboBox(this);
    m_target->setObjectName(QStringLiteral("swapTarget"));
    m_target->setAccessibleName(tr("Target version"));
    m_target->setMinimumWidth(150);
    const QStringList versions = document.blueprint().versionsOf(from.name);
    for (const QString& version : versions) {
        const ImageRef ref{from.name, version};
        if (running != QList<ImageRef>{ref})
            addVersion(document, ref);
    }
    m_target->setCurrentIndex(m_target->count() - 1); // the newest of the file
    if (const QString wanted = m_subject.to.text(); !m_subject.to.isNull()) {
        if (m_target->findData(wanted) < 0)
            addVersion(document, m_subject.to);
        m_target->setCurrentIndex(m_target->findData(wanted));
    }
    m_target->setEnabled(m_target->count() > 0);
    addChoice(grid, 0, ChoiceName, subLabel(QString(fromText + u" →"), this), m_target);
    connect(m_target, &QComboBox::currentIndexChanged, this, &ChoicesBar::changed);
}

void ChoicesBar::addVersion(const FleetDocument& document, const ImageRef& ref)
{
    const ImageRecord* record = imageRecord(document, ref);
    const QString state = record && record->nodes == 0 ? QString(u" · " + imageStateText(*record)) : QString();
    m_target->addItem(imageText(ref) + state, ref.text());
}

void ChoicesBar::addBake(QGridLayout* grid)
{
    m_bake = new QSpinBox(this);
    m_bake->setObjectName(QStringLiteral("swapBake"));
    m_bake->setRange(0, longestBake);
    m_bake->setValue(usualBake);
    m_bake->setSuffix(tr(" s"));
    m_bake->setToolTip(tr("So long green is watched while blue is kept ready: rolling back is at once."));
    m_bake->setAccessibleDescription(m_bake->toolTip());
    addChoice(grid, 0, SecondName, subLabel(tr("&Watch for"), this), m_bake);
    connect(m_bake, &QSpinBox::valueChanged, this, &ChoicesBar::typed);
}

QSpinBox* ChoicesBar::makeCount(const char* name, int least, int most, const QString& hint)
{
    auto* count = new QSpinBox(this);
    count->setObjectName(QString::fromLatin1(name));
    count->setRange(least, most);
    count->setToolTip(hint);
    count->setAccessibleDescription(hint);
    connect(count, &QSpinBox::valueChanged, this, &ChoicesBar::typed);
    return count;
}

/// Who, in which order, how many at a time, and what becomes of what is on them. The rows of more choices come below.
void ChoicesBar::addRound(QGridLayout* grid, int groupSize)
{
    const QStringList all = QStringList{m_subject.node} + m_subject.then;
    m_atOnce = makeCount("rebirthAtOnce", 1, int(all.size()),
                         tr("So many are replaced at the same time at most: no more than there are free slots."));
    m_least = makeCount("rebirthLeast", 0, std::max(0, groupSize - 1),
                        tr("So many nodes that are not being replaced take traffic at any time. 0: not asked for."));
    QString order = all.mid(0, namesShown).join(QStringLiteral(", "));
    if (all.size() > namesShown)
        order = tr("%1 and %n more", nullptr, int(all.size() - namesShown)).arg(order);
    QLabel* names = subLabel(tr("In this order: %1").arg(order), this);
    names->setObjectName(QStringLiteral("rebirthOrder"));
    names->setToolTip(all.mid(0, namesInTip).join(QStringLiteral(", ")));
    names->setWordWrap(true);
    QLabel* lost = makeLabel(tr("What was changed or stored on them alone ends with them. The first that does not end "
                                "well is the last; those after it stay as they are."),
                             TextSize::Normal, QFont::Normal, Ink::Amber, this);
    lost->setObjectName(QStringLiteral("rebirthLost"));
    lost->setWordWrap(true);
    auto* row = new QHBoxLayout;
    row->setSpacing(metric::unit);
    QLabel* atOnce = subLabel(tr("&At once"), this);
    atOnce->setBuddy(m_atOnce);
    QLabel* least = subLabel(tr("&Left serving"), this);
    least->setBuddy(m_least);
    for (QWidget* widget : {static_cast<QWidget*>(atOnce), static_cast<QWidget*>(m_atOnce),
                            static_cast<QWidget*>(least), static_cast<QWidget*>(m_least)})
        row->addWidget(widget);
    row->addWidget(names, 1);
    grid->addLayout(row, roundRow, ChoiceName, 1, grid->columnCount());
    grid->addWidget(lost, roundRow + 1, ChoiceName, 1, grid->columnCount());
}

QLayout* ChoicesBar::makeRest(const QString& strategy)
{
    makeOpener();
    auto* row = new QHBoxLayout;
    row->setSpacing(2 * metric::unit);
    row->addWidget(subLabel(strategy, this));
    row->addWidget(m_opener);
    row->addStretch(1);
    return row;
}

void ChoicesBar::makeOpener()
{
    m_opener = new QPushButton(tr("&More"), this);
    m_opener->setObjectName(QStringLiteral("moreChoices"));
    m_opener->setIcon(themeIcon(QStringLiteral("chevron-down"), &Theme::sub));
    m_opener->setCheckable(true);
    m_opener->setAutoDefault(false);
    m_opener->setToolTip(tr("Deadlines, gates, and what becomes of a green that fails"));
    m_opener->setAccessibleDescription(m_opener->toolTip());
    connect(m_opener, &QPushButton::toggled, this, [this](bool open) {
        m_more->setVisible(open);
        m_opener->setText(open ? tr("Few&er") : tr("&More"));
        m_opener->setIcon(themeIcon(open ? QStringLiteral("chevron-up") : QStringLiteral("chevron-down"), &Theme::sub));
    });
}

DeploymentChoices ChoicesBar::choices() const
{
    DeploymentChoices choices;
    choices.group = m_subject.group;
    choices.node = m_subject.node;
    choices.to = m_target ? ImageRef::parse(m_target->currentData().toString()).value_or(ImageRef{}) : m_reborn;
    choices.bakeSeconds = m_bake ? m_bake->value() : 0;
    choices.options = m_more->options();
    choices.round.then = m_subject.then;
    choices.round.atOnce = m_atOnce ? m_atOnce->value() : 1;
    choices.round.leastServing = m_least ? m_least->value() : 0;
    return choices;
}

void ChoicesBar::setTarget(const ImageRef& to)
{
    const int place = m_target ? m_target->findData(to.text()) : -1;
    if (place >= 0)
        m_target->setCurrentIndex(place);
}

QString ChoicesBar::problem() const
{
    if (choices().to.isNull() && m_subject.node.isEmpty())
        return tr("The blueprint has no other version of this image. Add one, then read it again.");
    return m_more->problem();
}

} // namespace snowmelt
