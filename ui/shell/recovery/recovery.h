// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/planning/recovery.h"

#include <QObject>

namespace snowmelt {

class Session;

/// From a way that a person chose on a card to the resume that takes it, with the question between.
class Recovery final : public QObject
{
    Q_OBJECT
public:
    Recovery(Session* session, QWidget* window, QObject* parent);
    void ask(const QString& group, Way way);

Q_SIGNALS:
    void said(const QString& text);

private:
    void take(const QString& deployment, const QString& group, Way way);

    Session* m_session;
    QWidget* m_window;
};

} // namespace snowmelt
