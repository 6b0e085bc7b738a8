// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QSet>
#include <QTest>
#include <QWidget>

namespace snowmelt {

/// Takes pictures of a test's windows to look at, and checks that they have something on them.
class Camera
{
public:
    explicit Camera(const QString& look)
        : m_folder(qEnvironmentVariable("SNOWMELT_SCREENSHOTS", QDir::currentPath() + QStringLiteral("/screenshots"))),
          m_look(look)
    {
        QDir().mkpath(m_folder);
        const QString scale = qEnvironmentVariable("QT_SCALE_FACTOR", QStringLiteral("1"));
        if (scale != u'1')
            m_look += u'@' + scale + u'x';
    }

    void shoot(QWidget* widget, const char* name) const
    {
        QVERIFY2(widget, name);
        QTest::qWait(50); // lets layouts that were posted settle before the picture
        const QPixmap picture = widget->grab();
        const QImage image = picture.toImage();
        QSet<QRgb> colours;
        for (int y = 0; y < image.height(); y += 7)
            for (int x = 0; x < image.width(); x += 7)
                colours.insert(image.pixel(x, y));
        QVERIFY2(colours.size() > 8, name);
        QVERIFY(picture.save(m_folder + u'/' + QString::fromLatin1(name) + u'-' + m_look + QStringLiteral(".png")));
    }

private:
    QString m_folder;
    QString m_look;
};

} // namespace snowmelt
