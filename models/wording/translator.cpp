// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wording/wording.h"

#include <QCoreApplication>
#include <QPointer>
#include <QTranslator>

#include <memory>

namespace snowmelt {

bool installTranslator(const QLocale& locale)
{
    // One translator at a time: the last one goes, so that switching back to English shows English.
    static QPointer<QTranslator> current;
    delete current;

    const QString language = locale.language() == QLocale::Korean ? QStringLiteral("ko") : QStringLiteral("en");
    auto translator = std::make_unique<QTranslator>(QCoreApplication::instance());
    const bool loaded = translator->load(QStringLiteral(":/i18n/snowmelt_") + language + QStringLiteral(".qm"));
    if (!loaded || !QCoreApplication::installTranslator(translator.get()))
        return false;
    current = translator.release();
    return locale.language() == QLocale::Korean || locale.language() == QLocale::English;
}

} // namespace snowmelt
