// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QActionGroup;
class QMenu;

namespace snowmelt {

class Session;

/// Whether and how often the open fleet's nodes are scanned by themselves; remembered for each fleet. Off at first.
class ScanChoice final : public QObject
{
    Q_OBJECT
public:
    ScanChoice(Session* session, QObject* parent);
    /// As a menu of its own before this action.
    void fillMenu(QMenu* menu, QAction* before);

private:
    void follow();

    Session* m_session;
    QActionGroup* m_intervals;
    QAction* m_notify;
};

} // namespace snowmelt
