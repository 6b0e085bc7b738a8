// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/failures.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace snowmelt {

class CulpritRow;
class FleetDocument;

/// Below the inspector, for a balancer or a group: how many requests failed, and when opened by whom. Opened, it stays
/// with its balancer while a person looks at one node after the other.
class FailurePanel final : public QWidget
{
    Q_OBJECT
public:
    explicit FailurePanel(FleetDocument* document, QWidget* parent = nullptr);

    QString part() const { return m_part; } ///< whose failures; empty: nobody's
    bool isOpen() const { return m_open; }
    void open(const QString& part);
    void close();

Q_SIGNALS:
    void culpritChosen(const QString& node);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void follow();
    void followSelection(const QString& part);
    void fill(const Failures& failures);
    void fillRows(const QList<Culprit>& culprits, const QDateTime& now);
    void showCount();
    QWidget* makeList();

    FleetDocument* m_document;
    QString m_part;
    bool m_open = false;
    QString m_said; ///< what m_count says, as far as there is room
    QPushButton* m_count;
    QWidget* m_inside;
    QLabel* m_since;
    QScrollArea* m_scroll;
    QVBoxLayout* m_rows;
    QList<CulpritRow*> m_shown;
    QLabel* m_more;
    QLabel* m_gone;
    QLabel* m_none;
};

} // namespace snowmelt
