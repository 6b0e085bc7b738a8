// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/planning/recovery.h"

#include <QScrollArea>

class QVBoxLayout;

namespace snowmelt {

class FleetDocument;
class RecoveryCard;

/// A card for each open deployment that waits for a person, above the diagram. As high as its cards, up to a part of
/// the page; the rest scrolls.
class RecoveryCards final : public QScrollArea
{
    Q_OBJECT
public:
    RecoveryCards(FleetDocument* document, QWidget* parent);

Q_SIGNALS:
    void wayAsked(const QString& group, snowmelt::Way way);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow();
    void rebuild(const QList<OpenDeployment>& waiting);
    void fitHeight();
    QList<RecoveryCard*> cards() const;

    FleetDocument* m_document;
    QWidget* m_inside;
    QVBoxLayout* m_column;
};

} // namespace snowmelt
