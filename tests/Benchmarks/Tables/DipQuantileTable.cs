using MlMaths.Torch.Probability;
using MlMaths.Torch.Simulations;

namespace MlMaths.Torch.Benchmarks;

/// <summary>The numbers of <see cref="DipTest"/>: quantiles of √n D over uniform samples, as lines of C#.</summary>
internal static class DipQuantileTable
{
    private const int LargestOfAll = 2000;

    private static readonly int[] Sizes = [10, 20, 50, 100, 200, 500, LargestOfAll];

    public static void Print(int samples)
    {
        foreach (int n in Sizes)
        {
            int drawn = n < LargestOfAll ? samples : (3 * samples / 10);
            double[] scaled = new double[drawn];
            Draws chance = new(n);
            for (int b = 0; b < drawn; b++)
            {
                double[] values = new double[n];
                for (int i = 0; i < n; i++) values[i] = chance.Unit();
                scaled[b] = Math.Sqrt(n) * DipTest.Of(values).Dip;
            }
            Array.Sort(scaled);
            Console.WriteLine($"        ({n}, [{string.Join(", ", DipTest.Tails.Select(tail => $"{At(scaled, 1 - tail):0.0000}"))}]),");
        }
    }

    private static double At(double[] sorted, double share) =>
        sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
}
