// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace snowmelt {

class Session;

/// A strip that says that the picture is no longer live, and offers to look again. Hidden while it is.
class LiveStrip final : public QWidget
{
    Q_OBJECT
public:
    explicit LiveStrip(Session* session, QWidget* parent = nullptr);

private:
    void follow();
    Session* m_session;
};

} // namespace snowmelt
