// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include "ui/theme/theme.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QHash>
#include <QIconEngine>
#include <QLoggingCategory>
#include <QPainter>
#include <QSvgRenderer>

#include <memory>

namespace snowmelt {

namespace {

Q_LOGGING_CATEGORY(lcIcons, "snowmelt.icons")

QByteArray rawSvg(const QString& name)
{
    static QHash<QString, QByteArray> cache;
    const auto known = cache.constFind(name);
    if (known != cache.constEnd())
        return *known;
    QFile file(u":/icons/" + name + u".svg");
    QByteArray bytes;
    if (file.open(QIODevice::ReadOnly))
        bytes = file.readAll();
    else
        qCWarning(lcIcons) << "no icon called" << name;
    return *cache.insert(name, bytes);
}

/// Qt's SVG knows neither currentColor from outside nor variables, so the two inks are put into the text.
QByteArray coloured(const QString& name, const IconInk& ink)
{
    QByteArray svg = rawSvg(name);
    svg.replace("currentColor", ink.ink.name().toLatin1());
    svg.replace("paperColor", ink.paper.name().toLatin1());
    return svg;
}

QSvgRenderer* rendererOf(const QString& name, const IconInk& ink)
{
    static QHash<QString, std::shared_ptr<QSvgRenderer>> cache;
    const QString key = name + ink.ink.name() + ink.paper.name();
    std::shared_ptr<QSvgRenderer>& renderer = cache[key];
    if (!renderer)
        renderer = std::make_shared<QSvgRenderer>(coloured(name, ink));
    return renderer.get();
}

class InkEngine : public QIconEngine
{
public:
    explicit InkEngine(QString name) : m_name(std::move(name)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        // Views ask for Selected on a row of selection colour, where the normal ink is right.
        paintIcon(painter, m_name, rect, ink(mode == QIcon::Disabled));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QSize actualSize(const QSize& size, QIcon::Mode, QIcon::State) override { return size; }
    QString key() const override { return QStringLiteral("snowmelt-ink"); }
    QString iconName() override { return m_name; }
    bool isNull() override { return rawSvg(m_name).isEmpty(); }

protected:
    virtual IconInk ink(bool disabled) const = 0;

private:
    QString m_name;
};

/// In colours that stay.
class FixedInk final : public InkEngine
{
public:
    FixedInk(const QString& name, IconInk ink, QColor disabled)
        : InkEngine(name), m_ink(std::move(ink)), m_disabled(std::move(disabled))
    {
    }
    QIconEngine* clone() const override { return new FixedInk(*this); }

protected:
    IconInk ink(bool disabled) const override { return {disabled ? m_disabled : m_ink.ink, m_ink.paper}; }

private:
    IconInk m_ink;
    QColor m_disabled;
};

/// In the application's theme.
class ThemeInk final : public InkEngine
{
public:
    ThemeInk(const QString& name, QColor Theme::*ink) : InkEngine(name), m_ink(ink) {}
    QIconEngine* clone() const override { return new ThemeInk(*this); }

protected:
    IconInk ink(bool disabled) const override
    {
        const Theme& theme = Theme::of(QGuiApplication::palette());
        return {disabled ? theme.control : theme.*m_ink, theme.panel};
    }

private:
    QColor Theme::*m_ink;
};

} // namespace

QIcon themeIcon(const QString& name, const IconInk& ink, const QColor& disabled)
{
    return QIcon(new FixedInk(name, ink, disabled));
}

QIcon themeIcon(const QString& name, QColor Theme::*ink)
{
    return QIcon(new ThemeInk(name, ink));
}

void paintIcon(QPainter* painter, const QString& name, const QRectF& rect, const IconInk& ink)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    rendererOf(name, ink)->render(painter, rect);
    painter->restore();
}

QStringList iconNames()
{
    QStringList names = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")}, QDir::Files, QDir::Name);
    for (QString& name : names)
        name.chop(4);
    return names;
}

QIcon applicationIcon()
{
    return themeIcon(QStringLiteral("snowmelt"), {}, QColor());
}

} // namespace snowmelt
