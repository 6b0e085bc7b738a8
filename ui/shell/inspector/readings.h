// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

namespace snowmelt {

struct DrainSeen;
struct GatesSeen;

/// A line with a glyph: a gate and where it stands, or a node and what it waits for.
struct ReadingLine
{
    enum class State { Good, Bad, Waiting, Unknown };
    State state = State::Good;
    QString name;
    QString value; ///< at the right
    bool operator==(const ReadingLine&) const = default;
};
QList<ReadingLine> readingsOf(const GatesSeen& gates);
QList<ReadingLine> readingsOf(const DrainSeen& drain);

/// Such lines below a title, with a remark at its right. Without lines it takes no room.
class Readings final : public QWidget
{
    Q_OBJECT
public:
    explicit Readings(QWidget* parent = nullptr);
    void setReadings(const QString& title, const QString& remark, const QList<ReadingLine>& readings);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_title;
    QString m_remark;
    QList<ReadingLine> m_readings;
};

} // namespace snowmelt
