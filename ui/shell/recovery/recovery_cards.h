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
    void resizeEvent(QResizeEvent* event) override;

private:
    void follow();
    /// Those that stay as they are stay where they are: a button does not go away under a hand.
    void rebuild(const QList<OpenDeployment>& waiting);
    int layCards(int width);
    void fitHeight();
    RecoveryCard* make(const OpenDeployment& open);
    QList<RecoveryCard*> cards() const;

    FleetDocument* m_document;
    QWidget* m_inside;
    QVBoxLayout* m_column;
};

} // namespace snowmelt
