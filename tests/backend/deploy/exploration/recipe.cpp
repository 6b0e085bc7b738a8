// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/deploy/exploration/recipe.h"

#include <QStringList>

#include <algorithm>

namespace snowmelt::test {

namespace {

template <typename E>
struct Spelling
{
    E value;
    const char* word;
};

constexpr Spelling<Trouble> troubles[]{
    {Trouble::Fail, "fail"},
    {Trouble::Lost, "lost"},
    {Trouble::Slow, "slow"},
    {Trouble::Silent, "silent"},
    {Trouble::SilentLost, "silent-lost"},
    {Trouble::Blip, "blip"},
    {Trouble::Outage, "outage"},
    {Trouble::Cancel, "cancel"},
    {Trouble::RollBack, "roll-back"},
    {Trouble::Pause, "pause"},
    {Trouble::Abort, "abort"},
    {Trouble::Die, "die"},
    {Trouble::DieAfter, "die-after"},
    {Trouble::Reload, "reload"},
    {Trouble::Restart, "restart"},
    {Trouble::EditRemark, "edit-remark"},
    {Trouble::EditDisable, "edit-disable"},
    {Trouble::EditForeign, "edit-foreign"},
    {Trouble::KillBlue, "kill-blue"},
    {Trouble::KillGreen, "kill-green"},
    {Trouble::SickGreen, "sick-green"},
    {Trouble::FlapGreen, "flap-green"},
    {Trouble::LateGreen, "late-green"},
    {Trouble::Linger, "linger"},
    {Trouble::LongRequest, "long-request"},
};
constexpr Spelling<Setting> settings[]{
    {Setting::Swap, "swap"},
    {Setting::Rebirth, "rebirth"},
    {Setting::Alone, "alone"},
    {Setting::Same, "same"},
};
constexpr Spelling<Purpose> purposes[]{
    {Purpose::Finish, "finish"},
    {Purpose::Continue, "continue"},
    {Purpose::GoBack, "go-back"},
    {Purpose::Adopt, "adopt"},
};

template <typename E, std::size_t N>
QString wordOf(const Spelling<E> (&words)[N], E value)
{
    const auto it = std::ranges::find(words, value, &Spelling<E>::value);
    return it == std::end(words) ? QString() : QString::fromLatin1(it->word);
}

template <typename E, std::size_t N>
std::optional<E> valueOf(const Spelling<E> (&words)[N], const QString& word)
{
    const auto it = std::ranges::find_if(words, [&](const auto& one) { return word == QLatin1String(one.word); });
    return it == std::end(words) ? std::nullopt : std::optional<E>(it->value);
}

QString textOf(const Launch& launch)
{
    QStringList words;
    for (const TroubleAt& trouble : launch.troubles)
        words.append(wordOf(troubles, trouble.what) + u'@' + QString::number(trouble.call));
    return words.join(u' ');
}

std::optional<QList<TroubleAt>> parseTroubles(const QStringList& words)
{
    QList<TroubleAt> list;
    for (const QString& word : words) {
        const std::optional<Trouble> what = valueOf(troubles, word.section(u'@', 0, 0));
        const int call = word.section(u'@', 1).toInt();
        if (!what || call < 1)
            return {};
        list.append({*what, call});
    }
    return list;
}

} // namespace

QString Recipe::text() const
{
    QStringList parts;
    for (const Launch& launch : launches) {
        const QString first =
            launch.purpose == Purpose::Deploy ? wordOf(settings, setting) : wordOf(purposes, launch.purpose);
        parts.append(QString(first + u' ' + textOf(launch)).trimmed());
    }
    return parts.join(QStringLiteral("; "));
}

std::optional<Recipe> Recipe::parse(const QString& text)
{
    Recipe recipe;
    recipe.launches.clear();
    for (const QString& part : text.split(u';')) {
        QStringList words = part.simplified().split(u' ');
        const QString first = words.takeFirst();
        const bool isFirst = recipe.launches.isEmpty();
        const std::optional<Setting> setting = valueOf(settings, first);
        const std::optional<Purpose> purpose = isFirst ? Purpose::Deploy : valueOf(purposes, first);
        const std::optional<QList<TroubleAt>> list = parseTroubles(words);
        if (!purpose || !list || (isFirst && !setting))
            return {};
        if (isFirst)
            recipe.setting = *setting;
        recipe.launches.append({*purpose, *list});
    }
    return recipe;
}

bool Recipe::has(Trouble what) const
{
    return std::ranges::any_of(launches, [what](const Launch& launch) {
        return std::ranges::any_of(launch.troubles, [what](const TroubleAt& at) { return at.what == what; });
    });
}

Recipe deploying(Setting setting, const QList<TroubleAt>& troubles)
{
    return {setting, {Launch{Purpose::Deploy, troubles}}};
}

Recipe operator>>(Recipe recipe, const Launch& next)
{
    recipe.launches.append(next);
    return recipe;
}

} // namespace snowmelt::test
