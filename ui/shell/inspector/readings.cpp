// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/inspector/readings.h"

#include "models/domain/event.h"
#include "models/wording/wording.h"
#include "ui/shell/style/look.h"

#include <QCoreApplication>
#include <QPainter>

namespace snowmelt {

namespace {

constexpr int readingTitle = 22;
constexpr int readingRow = 22;
constexpr int readingLead = 26;

class ReadingWords
{
    Q_DECLARE_TR_FUNCTIONS(ReadingWords)

public:
    static QString sessions(const DrainingNode& node)
    {
        if (node.sessions == 0)
            return tr("no session open");
        QString text = tr("%n open", nullptr, node.sessions);
        text += u" · " + tr("oldest %1").arg(durationText(node.oldestSeconds * 1000LL));
        if (node.webSockets > 0)
            text += u" · " + tr("%n WebSocket(s)", nullptr, node.webSockets);
        return text;
    }
};

QString readingIcon(ReadingLine::State state)
{
    switch (state) {
    case ReadingLine::State::Good:
        return QStringLiteral("health-healthy");
    case ReadingLine::State::Bad:
        return QStringLiteral("health-down");
    case ReadingLine::State::Waiting:
        return QStringLiteral("health-draining");
    case ReadingLine::State::Unknown:
        break;
    }
    return QStringLiteral("health-unknown");
}

} // namespace

QList<ReadingLine> readingsOf(const GatesSeen& gates)
{
    QList<ReadingLine> readings;
    for (const GateReading& gate : gates.gates) {
        const ReadingLine::State state = !gate.known   ? ReadingLine::State::Unknown
                                         : gate.passes ? ReadingLine::State::Good
                                                       : ReadingLine::State::Bad;
        readings.append({state, sentence(gate), {}});
    }
    return readings;
}

QList<ReadingLine> readingsOf(const DrainSeen& drain)
{
    QList<ReadingLine> readings;
    for (const DrainingNode& node : drain.nodes) {
        const auto state = node.sessions > 0 ? ReadingLine::State::Waiting : ReadingLine::State::Good;
        readings.append({state, node.node, ReadingWords::sessions(node)});
    }
    return readings;
}

Readings::Readings(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    hide();
}

void Readings::setReadings(const QString& title, const QString& remark, const QList<ReadingLine>& readings)
{
    setVisible(!readings.isEmpty());
    if (title == m_title && remark == m_remark && readings == m_readings)
        return;
    const bool grown = readings.size() != m_readings.size();
    m_title = title;
    m_remark = remark;
    m_readings = readings;
    QStringList told{remark};
    for (const ReadingLine& one : readings)
        told << (one.value.isEmpty() ? one.name : QString(one.name + u": " + one.value));
    setAccessibleName(title);
    setAccessibleDescription(told.join(u'\n'));
    if (grown)
        updateGeometry();
    update();
}

QSize Readings::sizeHint() const
{
    return {200, readingTitle + readingRow * int(m_readings.size())};
}

void Readings::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    const QRect head(0, 0, width(), readingTitle);
    painter.setPen(theme.text);
    painter.setFont(textFont(TextSize::Normal, QFont::DemiBold));
    painter.drawText(head, Qt::AlignVCenter | Qt::AlignLeft, m_title);
    painter.setFont(textFont(TextSize::Normal));
    painter.setPen(theme.sub);
    painter.drawText(head, Qt::AlignVCenter | Qt::AlignRight, m_remark);
    for (int i = 0; i < m_readings.size(); ++i) {
        const ReadingLine& one = m_readings.at(i);
        const int top = readingTitle + i * readingRow;
        const bool bad = one.state == ReadingLine::State::Bad;
        paintIcon(&painter, readingIcon(one.state), QRectF(0, top + 3, 16, 16),
                  {bad ? theme.red : theme.sub, theme.panel});
        const QRect row(readingLead, top, width() - readingLead, readingRow);
        painter.setPen(bad ? theme.red : theme.text);
        painter.drawText(row, Qt::AlignVCenter | Qt::AlignLeft, one.name);
        painter.setPen(theme.sub);
        const QFontMetrics metrics = painter.fontMetrics();
        const int room = row.width() - metrics.horizontalAdvance(one.name) - metric::unit;
        painter.drawText(row, Qt::AlignVCenter | Qt::AlignRight, metrics.elidedText(one.value, Qt::ElideRight, room));
    }
}

} // namespace snowmelt
