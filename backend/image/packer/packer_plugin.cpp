// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/packer/packer_plugin.h"

#include <QRegularExpression>

namespace snowmelt {

namespace {

/// Line breaks are where the terminal would have them.
QString oneLine(const QString& text)
{
    return text.simplified();
}

/// `packer { required_plugins {…} }` names where they come from.
QString requiredPlugin(const QString& said)
{
    static const QRegularExpression listed(QStringLiteral(
        "(?:plugins are required, but not installed|plugins are required, but not found)\\W*\\* (\\S+)"));
    return listed.match(said).captured(1);
}

struct Component
{
    QString kind; ///< "builder", "provisioner", "post-processor", "data"
    QString name;
};

std::optional<Component> unknownComponent(const QString& said)
{
    static const QRegularExpression unknown(QStringLiteral(
        "(?:The (source|builder|provisioner|post-processor|data ?source) \"?([A-Za-z0-9._-]+)\"? is unknown by Packer"
        "|Unknown (source|builder|provisioner|post-processor|data ?source)(?: type)?:? \"?([A-Za-z0-9._-]+)\"?)"));
    const auto match = unknown.match(said);
    if (!match.hasMatch())
        return std::nullopt;
    const int at = match.captured(1).isEmpty() ? 3 : 1;
    const QString kind = match.captured(at);
    return Component{kind == u"source" ? QStringLiteral("builder") : kind, match.captured(at + 1)};
}

/// Before 1.7 a plugin of its own is one program, found by its name.
QString commandBefore17(const Component& component)
{
    const QString program = QStringLiteral("packer-") + component.kind + u'-' + component.name;
    return QStringLiteral("install -D %1 ~/.packer.d/plugins/%1").arg(program);
}

} // namespace

std::optional<MissingPlugin> missingPlugin(const QString& said, const QVersionNumber& version,
                                           const QString& templateFile)
{
    const QString text = oneLine(said);
    if (const QString plugin = requiredPlugin(text); !plugin.isEmpty())
        return MissingPlugin{plugin, QStringLiteral("packer init ") + templateFile};
    const auto component = unknownComponent(text);
    if (!component)
        return std::nullopt;
    if (!version.isNull() && version < QVersionNumber(1, 7))
        return MissingPlugin{component->name, commandBefore17(*component)};
    // A plugin has its components' names before their first dash: "amazon-ebs" is of "amazon".
    return MissingPlugin{component->name, QStringLiteral("packer plugins install github.com/hashicorp/") +
                                              component->name.section(u'-', 0, 0)};
}

} // namespace snowmelt
