using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// One training step by autograd, by hand with tensor operations, by hand in SIMD; batch 64, one thread, 32-bit floats.
/// <c>dotnet run -c Release --project tests/Benchmarks -- tables backpropagation</c>
/// </summary>
internal static class BackpropagationComparison
{
    private const int BatchRows = 64;

    private static readonly (string Words, IUpdateRule? Rule)[] Rules =
        [("gradient alone", null), ("gradient and descent", new GradientDescent())];

    public static void Print()
    {
        foreach ((string words, IUpdateRule? rule) in Rules)
            Step($"{words}, 64-128-64-10", [64, 128, 64, 10], repeats: 200, rule);
        foreach ((string words, IUpdateRule? rule) in Rules)
            Step($"{words}, 784-512-512-10", [784, 512, 512, 10], repeats: 10, rule);
    }

    private static void Step(string title, int[] widths, int repeats, IUpdateRule? rule)
    {
        using Tensor X = torch.rand(BatchRows, widths[0]), y = torch.randint(0, widths[^1], [BatchRows], torch.ScalarType.Int64);
        Batch batch = new(X, y);
        using Perceptron one = new(widths, seed: 1), two = new(widths, seed: 1), three = new(widths, seed: 1);
        Interleaved.Print(
            title, repeats,
            ("autograd", Steps(Autograd.For(one, 0))), ("tensor operations", Steps(new Backpropagation(two, 0))),
            ("SIMD", Steps(new SimdBackpropagation(three, 0))));

        Action Steps(IGradientSource source) => () =>
        {
            using DisposeScope scope = torch.NewDisposeScope();
            source.Differentiate(batch);
            if (rule is null) return;
            using (torch.no_grad())
                rule.Update(source.Parameters, 0.01, batch);
        };
    }
}
