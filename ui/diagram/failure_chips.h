// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QRectF>
#include <QString>

#include <memory>

namespace snowmelt {

class DiagramView;
class FleetDocument;

/// Where a balancer's chip is, by where the balancer is: on the middle of its lower edge. Null where the balancer is
/// too small to carry one. Pixels; pure.
QRectF chipPlace(const QRectF& balancer, const QString& text);

/// On each balancer behind which requests failed how many they were; a click asks who failed them.
class FailureChips final : public QObject
{
    Q_OBJECT
public:
    FailureChips(FleetDocument* document, DiagramView* view);
    QRect chipOf(const QString& balancer) const; ///< in the view; null: there is none

Q_SIGNALS:
    void clicked(const QString& balancer);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow();
    QString chipAt(const QPointF& position) const;

    FleetDocument* m_document;
    DiagramView* m_view;
    std::shared_ptr<QHash<QString, QString>> m_texts; ///< by balancer; shared with what paints them
    QString m_pressed;
};

} // namespace snowmelt
