// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/history/replay_strip.h"

#include "ui/shell/style/look.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace snowmelt {

namespace {

QLabel* onInk(const QString& text, TextSize size, int weight, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setFont(textFont(size, weight));
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

ReplayStrip::ReplayStrip(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("replayStrip"));
    setFixedHeight(5 * metric::unit);
    m_word = onInk(tr("REPLAY"), TextSize::Large, QFont::Bold, this);
    m_word->setObjectName(QStringLiteral("replayWord"));
    m_title = onInk({}, TextSize::Normal, QFont::DemiBold, this);
    m_title->setObjectName(QStringLiteral("replayTitle"));
    m_remark = onInk(tr("Recorded; nothing here is live"), TextSize::Normal, QFont::Normal, this);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(2 * metric::unit, 0, 2 * metric::unit, 0);
    row->setSpacing(2 * metric::unit);
    row->addWidget(m_word);
    row->addWidget(m_title);
    row->addStretch(1);
    row->addWidget(m_remark);
    ink();
}

void ReplayStrip::ink()
{
    for (QLabel* label : {m_word, m_title, m_remark}) {
        QPalette colours = label->palette();
        if (colours.color(QPalette::WindowText) == themeOf(this).onInk)
            continue;
        colours.setColor(QPalette::WindowText, themeOf(this).onInk);
        label->setPalette(colours);
    }
}

void ReplayStrip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        ink();
    QWidget::changeEvent(event);
}

void ReplayStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), themeOf(this).ink);
}

} // namespace snowmelt
