// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/inspector/panel_head.h"

#include "ui/shell/style/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace snowmelt {

namespace {

constexpr int leastTitle = 96;

} // namespace

PanelHead::PanelHead(QWidget* parent) : QWidget(parent)
{
    m_title = makeLabel({}, TextSize::Title, QFont::Bold, Ink::Text, this);
    m_title->setObjectName(QStringLiteral("inspectorTitle"));
    elide(m_title, Qt::ElideMiddle); // hosts of a fleet begin or end alike
    m_title->setMinimumWidth(leastTitle);
    m_state = makeLabel({}, TextSize::Normal, QFont::Normal, Ink::Sub, this);
    m_state->setObjectName(QStringLiteral("inspectorState"));
    m_line = makeLabel({}, TextSize::Normal, QFont::Normal, Ink::Sub, this);
    m_line->setWordWrap(true);
    m_glyphSpace = new QWidget(this);
    m_glyphSpace->setFixedSize(18, 18);

    auto* top = new QHBoxLayout;
    top->setSpacing(metric::unit);
    top->addWidget(m_glyphSpace);
    top->addWidget(m_title, 1);
    top->addWidget(m_state);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * metric::unit, 2 * metric::unit, 2 * metric::unit, metric::unit);
    column->setSpacing(metric::unit);
    column->addLayout(top);
    column->addWidget(m_line);
}

void PanelHead::setTitle(const QString& title, const QString& state, const QString& line)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    m_state->setText(state);
    m_state->setVisible(!state.isEmpty());
    m_line->setText(line);
    m_line->setVisible(!line.isEmpty());
}

void PanelHead::setHealth(std::optional<Health> health, bool reached)
{
    m_health = health;
    m_reached = reached;
    m_glyphSpace->setVisible(health.has_value());
    update();
}

void PanelHead::paintEvent(QPaintEvent*)
{
    if (!m_health)
        return;
    QPainter painter(this);
    paintIcon(&painter, healthIcon(*m_health, m_reached), m_glyphSpace->geometry(),
              healthIconInk(*m_health, themeOf(this), m_reached));
}

} // namespace snowmelt
