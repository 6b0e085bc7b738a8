// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QObject>

#include <memory>
#include <optional>

class QTranslator;

namespace snowmelt {

/// "en", "ko".
std::optional<QLocale::Language> exportLanguage(const QString& name);

/// What is worded while this lives is worded in another language, with its way of writing numbers. The window's widgets
/// are not told: nothing of them may be worded meanwhile, so it lives no longer than a call. GUI thread.
class LanguageScope final : public QObject
{
    Q_OBJECT
public:
    explicit LanguageScope(QLocale::Language language);
    ~LanguageScope() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QLocale m_before;
    std::unique_ptr<QTranslator> m_translator;
};

} // namespace snowmelt
