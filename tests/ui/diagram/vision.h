// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>

#include <array>
#include <cmath>

/// Pictures as others see them.
namespace snowmelt::test {

enum class Vision {
    Grey,         ///< a black and white print
    Deuteranopia, ///< no green cones: one man in sixteen sees red and green more or less like this
};

using Linear = std::array<double, 3>;

inline double linearOf(int channel)
{
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

/// Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency" (2009):
/// deuteranomaly of severity 1.0, for linear light.
inline Linear deuteranopic(const Linear& c)
{
    return {0.367322 * c[0] + 0.860646 * c[1] - 0.227968 * c[2], 0.280085 * c[0] + 0.672501 * c[1] + 0.047413 * c[2],
            -0.011820 * c[0] + 0.042940 * c[1] + 0.968881 * c[2]};
}

inline Linear greyed(const Linear& c)
{
    const double y = 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
    return {y, y, y};
}

struct Lab
{
    double l = 0;
    double a = 0;
    double b = 0;
};

/// CIE L*a*b* under D65, in which a distance of one is what an eye just tells apart.
inline Lab labOf(QRgb pixel, Vision vision)
{
    const Linear plain{linearOf(qRed(pixel)), linearOf(qGreen(pixel)), linearOf(qBlue(pixel))};
    const Linear c = vision == Vision::Grey ? greyed(plain) : deuteranopic(plain);
    const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    const double x = f((0.4124 * c[0] + 0.3576 * c[1] + 0.1805 * c[2]) / 0.95047);
    const double y = f(0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2]);
    const double z = f((0.0193 * c[0] + 0.1192 * c[1] + 0.9505 * c[2]) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

inline double distance(QRgb one, QRgb other, Vision vision)
{
    if (one == other)
        return 0;
    const Lab a = labOf(one, vision);
    const Lab b = labOf(other, vision);
    return std::hypot(a.l - b.l, a.a - b.a, a.b - b.b);
}

/// Pixels that differ by an amount nobody overlooks.
inline int differing(const QImage& one, const QImage& other, const QRect& within, Vision vision)
{
    constexpr double plain = 10;
    int count = 0;
    for (int y = within.top(); y <= within.bottom(); ++y)
        for (int x = within.left(); x <= within.right(); ++x)
            count += distance(one.pixel(x, y), other.pixel(x, y), vision) > plain;
    return count;
}

} // namespace snowmelt::test
