// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rehearsal/choices_bar.h"

#include "models/document/fleet_document.h"
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

namespace snowmelt {

namespace {

constexpr int usualBake = 60;
constexpr int longestBake = 24 * 3600;

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
        grid->addWidget(subLabel(tr("%1, made anew").arg(imageText(m_reborn)), this), 0, ChoiceName, 1, 2);
        grid->addLayout(makeRest(strategyText(Strategy::Rebirth)), 0, SecondName, 1, 3);
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
