using MlMaths.Torch.Models;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>By trial, by small steps, by bisection: slow ways to numbers for which a key has a formula.</summary>
internal static class SlowMaths
{
    // Calibrated scores, evenly spread: the threshold with the least cost among twenty thousand. Any flagged row is reviewed.
    public static double CheapestThreshold(double miss, double falseAlarm, double review = 0)
    {
        const int Steps = 20_000;
        (double best, double least, double cost) = (0, double.PositiveInfinity, 0);
        for (int i = 0; i < Steps; i++) cost += review + falseAlarm * (1 - (i + 0.5) / Steps);
        for (int i = 0; i < Steps; i++)
        {
            double p = (i + 0.5) / Steps;
            cost += miss * p - falseAlarm * (1 - p) - review;
            if (cost < least) (best, least) = ((i + 1.0) / Steps, cost);
        }

        return best;
    }

    public static double RowsFor(double narrower)
    {
        int times = 1;
        while (1 / Math.Sqrt(times) > 1 / narrower + 1e-12) times++;
        return times;
    }

    public static double Turned(double degrees)
    {
        const int Steps = 100_000;
        (double x, double y, double small) = (1, 0, degrees * Math.PI / 180 / Steps);
        for (int i = 0; i < Steps; i++)
        {
            (x, y) = (x - small * y, y + small * x);
            double length = Math.Sqrt(x * x + y * y);
            (x, y) = (x / length, y / length);
        }

        return x;
    }

    public static double Parameters(int columns, int units, int classes)
    {
        using Perceptron net = new([columns, units, classes], seed: 1);
        return net.Parameters.Count;
    }

    public static double StepByStep(int epochs, int rows, int batch)
    {
        int steps = 0;
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            for (int row = 0; row < rows; row += batch) steps++;
        }

        return steps;
    }

    public static double AtLeastOnce(int calls, double slow) => Enumerable.Range(1, calls).Sum(k =>
        Enumerable.Range(0, k).Aggregate(1.0, (ways, i) => ways * (calls - i) / (i + 1))
            * Math.Pow(slow, k) * Math.Pow(1 - slow, calls - k));

    // Descent on λ/2 w² from 1, with momentum β: whether it comes down.
    public static double LargestStable(double curvature, double momentum) => Root(
        rate =>
        {
            (double w, double v) = (1, 0);
            for (int step = 0; step < 4000 && Math.Abs(w) < 1e9; step++)
            {
                v = momentum * v + curvature * w;
                w -= rate * v;
            }

            return Math.Abs(w) < 1 ? -1 : 1;
        },
        1e-4, 10);

    // The condition of XᵀX for a slanted X of two columns with that condition, by the characteristic polynomial.
    public static double Gram(double condition)
    {
        (double c, double s) = (Math.Cos(0.3), Math.Sin(0.3));
        double a = c * c + s * s * condition * condition, d = s * s + c * c * condition * condition,
            b = c * s * (1 - condition * condition);
        double root = Math.Sqrt((a - d) * (a - d) + 4 * b * b);
        return (a + d + root) / (a + d - root);
    }

    public static double BinomialDeviation(int trials, double p)
    {
        (double chance, double mean, double square) = (Math.Exp(trials * Math.Log(1 - p)), 0, 0);
        for (int k = 0; k < trials; k++)
        {
            mean += k * chance;
            square += (double)k * k * chance;
            chance *= (trials - k) / (k + 1.0) * p / (1 - p);
        }

        return Math.Sqrt(square - mean * mean);
    }

    public static double Slope(Func<double, double> f, double at) => (f(at + 1e-6) - f(at - 1e-6)) / 2e-6;

    public static double Integral(Func<double, double> f, double from, double to)
    {
        const int Steps = 100_000;
        return Enumerable.Range(0, Steps).Sum(i => f(from + (to - from) * (i + 0.5) / Steps)) * (to - from) / Steps;
    }

    public static double Root(Func<double, double> f, double low, double high)
    {
        double sign = Math.Sign(f(low));
        for (int i = 0; i < 60; i++)
        {
            double middle = (low + high) / 2;
            if (Math.Sign(f(middle)) == sign) low = middle;
            else high = middle;
        }

        return (low + high) / 2;
    }
}
