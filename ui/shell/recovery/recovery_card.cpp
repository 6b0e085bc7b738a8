// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/recovery/recovery_card.h"

#include "models/wording/wording.h"
#include "ui/shell/recovery/recovery_text.h"
#include "ui/shell/recovery/step_table.h"
#include "ui/shell/style/glyph.h"
#include "ui/shell/style/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace snowmelt {

namespace {

constexpr int stripe = 4;
constexpr int underTitle = 3 * metric::unit;  ///< glyph and its gap
constexpr int besideQuietText = metric::unit; ///< what a quiet button has around its text

QLabel* wrappedWords(const QString& text, Ink ink, QWidget* parent)
{
    QLabel* label = makeLabel(text, TextSize::Normal, QFont::Normal, ink, parent);
    label->setWordWrap(true);
    return label;
}

QString buttonText(Way way)
{
    return QString(wayText(way) + u'…');
}

} // namespace

RecoveryCard::RecoveryCard(const OpenDeployment& open, QWidget* parent) : QWidget(parent), m_open(open)
{
    const RecoveryText text = recoveryText(open, QDateTime::currentDateTimeUtc());
    setObjectName(QString(u"recoveryCard-" + open.plan.group));
    setAccessibleName(QString(text.title + u". " + text.reason + u' ' + text.stands));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * metric::unit + stripe, metric::unit, 2 * metric::unit - besideQuietText,
                               metric::unit);
    column->setSpacing(metric::unit / 2);
    column->addWidget(makeHead());
    auto* words = new QVBoxLayout;
    words->setContentsMargins(underTitle, 0, besideQuietText, 0);
    words->setSpacing(metric::unit / 2);
    QLabel* stands = wrappedWords(text.stands, Ink::Text, this);
    stands->setObjectName(QStringLiteral("recoveryStands"));
    words->addWidget(m_who);
    words->addWidget(stands);
    m_steps = new StepTable(open.plan, stepEnds(open), this);
    m_steps->hide();
    words->addWidget(m_steps);
    words->addSpacing(metric::unit / 2);
    auto* ways = new QHBoxLayout;
    ways->setSpacing(3 * metric::unit);
    for (const WayOffer& offer : wayOffers(open))
        ways->addWidget(makeWay(offer), 1);
    words->addLayout(ways);
    column->addLayout(words);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
}

QWidget* RecoveryCard::makeHead()
{
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metric::unit);
    const RecoveryText text = recoveryText(m_open, QDateTime::currentDateTimeUtc());
    QLabel* title = makeLabel(text.title, TextSize::Large, QFont::Bold, Ink::Text, head);
    title->setObjectName(QStringLiteral("recoveryTitle"));
    m_who = wrappedWords(QString(text.who + u' ' + text.reason), Ink::Sub, this);
    m_who->setObjectName(QStringLiteral("recoveryWho"));
    makeDetails(head);
    row->addWidget(new Glyph(QStringLiteral("health-degraded"), &Theme::amber, head));
    row->addWidget(title, 1);
    row->addWidget(m_details);
    return head;
}

void RecoveryCard::makeDetails(QWidget* parent)
{
    m_details = new QPushButton(parent);
    m_details->setObjectName(QString(u"recoveryDetails-" + m_open.plan.group));
    m_details->setCheckable(true);
    makeQuiet(m_details);
    nameDetails(false);
    connect(m_details, &QPushButton::toggled, this, &RecoveryCard::setExpanded);
}

void RecoveryCard::nameDetails(bool expanded)
{
    setQuietText(m_details, expanded ? tr("Hide de&tails") : tr("De&tails"));
}

QWidget* RecoveryCard::makeWay(const WayOffer& offer)
{
    auto* way = new QWidget(this);
    auto* column = new QVBoxLayout(way);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metric::unit / 2);
    auto* button = new QPushButton(buttonText(offer.way), way);
    button->setObjectName(QString(optionOf(offer.way) + u'-' + m_open.plan.group));
    button->setEnabled(offer.isOpen);
    button->setToolTip(offer.text);
    button->setAccessibleDescription(offer.text);
    if (offer.safest)
        m_safest = button;
    connect(button, &QPushButton::clicked, this,
            [this, chosen = offer.way] { Q_EMIT wayAsked(m_open.plan.group, chosen); });
    QLabel* text = makeLabel(offer.text, TextSize::Small, QFont::Normal, offer.isOpen ? Ink::Sub : Ink::Faint, way);
    text->setObjectName(QString(optionOf(offer.way) + u"Text-" + m_open.plan.group));
    text->setWordWrap(true);
    column->addWidget(button, 0, Qt::AlignLeft);
    column->addWidget(text);
    column->addStretch(1);
    return way;
}

void RecoveryCard::setExpanded(bool expanded)
{
    m_details->setChecked(expanded);
    nameDetails(expanded);
    m_steps->setVisible(expanded);
    updateGeometry();
}

bool RecoveryCard::isExpanded() const
{
    return m_details->isChecked();
}

void RecoveryCard::setLeads(bool leads)
{
    if (m_safest)
        makePrimary(m_safest, leads);
}

void RecoveryCard::tellTime()
{
    const RecoveryText text = recoveryText(m_open, QDateTime::currentDateTimeUtc());
    m_who->setText(QString(text.who + u' ' + text.reason));
}

void RecoveryCard::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.panel);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.line);
    painter.fillRect(QRect(0, 0, stripe, height()), theme.amber);
}

} // namespace snowmelt
