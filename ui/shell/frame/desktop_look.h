// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <optional>

class QDBusVariant;

namespace snowmelt {

/// What the desktop asks every program to look like; nullopt: it has not said.
struct DesktopWish
{
    std::optional<bool> dark{};
    std::optional<bool> highContrast{};
    bool operator==(const DesktopWish&) const = default;
};

/// Reads the wish from the desktop's settings portal (org.freedesktop.portal.Settings, namespace
/// org.freedesktop.appearance) and follows it. Where there is no portal the wish stays empty. Never waits for it.
class DesktopLook final : public QObject
{
    Q_OBJECT
public:
    explicit DesktopLook(QObject* parent = nullptr);
    const DesktopWish& wish() const { return m_wish; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void onSettingChanged(const QString& space, const QString& key, const QDBusVariant& value);

private:
    void ask(const QString& key);
    void take(const QString& key, const QVariant& value);

    DesktopWish m_wish;
};

} // namespace snowmelt
