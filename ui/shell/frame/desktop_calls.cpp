// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/frame/desktop_calls.h"

#include "ui/shell/frame/attention.h"
#include "ui/shell/frame/desktop_notifier.h"
#include "ui/shell/frame/session.h"
#include "ui/shell/frame/settings.h"
#include "ui/shell/scans/drift_attention.h"

#include <QApplication>
#include <QWidget>

namespace snowmelt {

DesktopCalls::DesktopCalls(Session* session, QWidget* window)
    : QObject(window), m_session(session), m_window(window), m_notifier(new DesktopNotifier(window))
{
    auto* attention = new Attention(session->document(), this);
    connect(attention, &Attention::needed, this, &DesktopCalls::call);
    auto* drift = new DriftAttention(session->document(), this);
    connect(drift, &DriftAttention::needed, this, [this](const DesktopCall& found) {
        if (Settings::driftNotifications())
            call(found);
    });
    connect(m_notifier, &DesktopNotifier::chosen, this, &DesktopCalls::showGroup);
}

void DesktopCalls::call(const DesktopCall& call)
{
    const bool looking = m_window->isVisible() && QApplication::activeWindow(); // or at one of its dialogs
    if (!looking && Settings::notifications())
        m_notifier->tell(call.group, call.title, call.text);
}

void DesktopCalls::showGroup(const QString& group)
{
    Q_EMIT windowWanted();
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
    m_session->document()->setSelection(group);
}

} // namespace snowmelt
