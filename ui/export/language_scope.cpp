// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/language_scope.h"

#include <QCoreApplication>
#include <QEvent>
#include <QTranslator>

namespace snowmelt {

namespace {

/// A language over another: what it does not translate is the source's English, not the language below.
class WholeTranslator final : public QTranslator
{
public:
    QString translate(const char* context, const char* source, const char* disambiguation, int n) const override
    {
        const QString own = QTranslator::translate(context, source, disambiguation, n);
        return own.isNull() ? QString::fromUtf8(source) : own;
    }
    bool isEmpty() const override { return false; }
};

} // namespace

std::optional<QLocale::Language> exportLanguage(const QString& name)
{
    if (name == u"en")
        return QLocale::English;
    if (name == u"ko")
        return QLocale::Korean;
    return std::nullopt;
}

LanguageScope::LanguageScope(QLocale::Language language) : m_translator(std::make_unique<WholeTranslator>())
{
    QCoreApplication::instance()->installEventFilter(this);
    QLocale::setDefault(language == QLocale::Korean ? QLocale(QLocale::Korean, QLocale::SouthKorea)
                                                    : QLocale(QLocale::English, QLocale::UnitedStates));
    const QString name = language == QLocale::Korean ? QStringLiteral("ko") : QStringLiteral("en");
    if (m_translator->load(QStringLiteral(":/i18n/snowmelt_") + name + QStringLiteral(".qm")))
        QCoreApplication::installTranslator(m_translator.get());
}

LanguageScope::~LanguageScope()
{
    QCoreApplication::removeTranslator(m_translator.get());
    QLocale::setDefault(m_before);
}

bool LanguageScope::eventFilter(QObject* watched, QEvent* event)
{
    return watched == QCoreApplication::instance() && event->type() == QEvent::LanguageChange;
}

} // namespace snowmelt
