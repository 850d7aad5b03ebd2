#pragma once

#include <QtGlobal>

#include <cstdio>
#include <limits>
#include <random>

namespace placewright {

// Numbers for property tests: the same on every run, with the seed in the output of the test.
class Seeded
{
public:
    explicit Seeded(quint64 seed)
        : m_engine(seed)
    {
        std::printf("INFO   : seed %llu\n", static_cast<unsigned long long>(seed));
    }

    // From least to most, both possible.
    qint64 between(qint64 least, qint64 most)
    {
        return std::uniform_int_distribution<qint64>(least, most)(m_engine);
    }

    // Of any number of bits up to `bits`, so that small and huge numbers both come often; sometimes
    // the very largest.
    qint64 magnitude(int bits = 63)
    {
        const auto width = between(0, bits + 1);
        if (width > bits)
            return bits == 63 ? std::numeric_limits<qint64>::max() : (qint64(1) << bits) - 1;
        return width == 0 ? 0 : static_cast<qint64>(m_engine() >> (64 - width));
    }

    qint64 either(int bits = 63) { return between(0, 1) ? magnitude(bits) : -magnitude(bits); }

    std::mt19937_64& engine() { return m_engine; }

private:
    std::mt19937_64 m_engine;
};

} // namespace placewright
