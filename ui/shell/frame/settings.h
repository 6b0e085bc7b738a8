// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace snowmelt {

enum class Appearance { System, Light, Dark, LightContrast, DarkContrast };
enum class Language { System, English, Korean };

/// What the window remembers between starts, typed. Unknown keys of the file stay untouched.
class Settings
{
public:
    static Appearance appearance();
    static void setAppearance(Appearance appearance);
    static Language language();
    static void setLanguage(Language language);
    static bool notifications(); ///< of the desktop; on unless switched off
    static void setNotifications(bool wanted);
    static bool driftNotifications(); ///< of scans that are made by themselves; on unless switched off
    static void setDriftNotifications(bool wanted);
    static int scanSeconds(const QString& blueprint); ///< how often its nodes are scanned by themselves; 0: never
    static void setScanSeconds(const QString& blueprint, int seconds);
    static bool overview(); ///< in a corner of the diagram; shown unless switched off
    static void setOverview(bool wanted);
    static QStringList filter(); ///< of the diagram, as rememberedAs() made it
    static void setFilter(const QStringList& filter);
    static QByteArray layoutOf(const QString& view); ///< how a person has arranged it; empty: never
    static void setLayoutOf(const QString& view, const QByteArray& state);
    static QByteArray geometry();
    static QByteArray docks();
    static void setWindow(const QByteArray& geometry, const QByteArray& docks);
    static QStringList recentBlueprints(); ///< newest first, 8 at most
    static void noteBlueprint(const QString& path);
};

} // namespace snowmelt
