// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace snowmelt {

class FleetDocument;
struct OperationState;

/// The card over the diagram while the fleet does not run: what it is, and the button that brings it up.
class NotRunningCard final : public QWidget
{
    Q_OBJECT
public:
    explicit NotRunningCard(FleetDocument* document, QWidget* over);

Q_SIGNALS:
    void upAsked();

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void follow();
    void place();
    static QString comingUpText(const OperationState& up);

    FleetDocument* m_document;
    QLabel* m_title;
    QLabel* m_text;
    QPushButton* m_up;
};

} // namespace snowmelt
