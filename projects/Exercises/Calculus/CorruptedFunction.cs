using MlMaths.Torch.Calculus;
using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Exercises.Calculus;

/// <summary>A function of one number with a gradient by hand, for each reason why answers may differ.</summary>
internal sealed class CorruptedFunction : IGradientSource, IDisposable
{
    private static readonly Batch NoRows = new(torch.zeros(1).DetachFromDisposeScope(), torch.zeros(1).DetachFromDisposeScope());

    private readonly string _what;
    private readonly Func<Tensor, Tensor> _loss;
    private readonly Func<double, double> _gradient;
    private readonly bool _hasKink;

    private CorruptedFunction(
        string what, double at, Func<Tensor, Tensor> loss, Func<double, double> gradient, bool hasKink = false,
        torch.ScalarType type = torch.ScalarType.Float64)
    {
        (_what, _loss, _gradient, _hasKink) = (what, loss, gradient, hasKink);
        Parameters = new ParameterVector([("x", [1])], torch.CPU, type);
        Parameters.Set([at]);
    }

    public ParameterVector Parameters { get; }

    private IReadOnlyList<Tensor> Kinks() => _hasKink ? [Parameters["x"]] : [];

    /// <summary>Each with the verdict that it gets.</summary>
    public static IReadOnlyList<(string What, GradientVerdict Verdict)> Demonstrations()
    {
        var noise = Seeds.Generator(1, DrawnFor.Worlds);
        CorruptedFunction[] all =
        [
            Smooth(), Wrong(), Sharp(), Lifted(), Kinked(),
            new("x · x, with one x detached on autograd's way", 0.3, x => (x.detach() * x).sum(), x => 2 * x),
            new("sin x in float32", 0.3, x => x.sin().sum(), Math.Cos, type: torch.ScalarType.Float32),
            new("3x with noise that is drawn again each time", 0.3, x => (3 * x + noise.NextDouble()).sum(), _ => 3),
        ];
        return [.. all.Select(one =>
        {
            using (one)
            {
                return (one._what, GradientVerdict.Of(
                    one, new Autograd(one.Parameters, _ => one._loss(one.Parameters["x"])), NoRows, one.Kinks));
            }
        })];
    }

    /// <summary>The error over the step, for those whose curve says something.</summary>
    public static IReadOnlyList<(string Name, ErrorCurve Curve)> Curves()
    {
        (string Name, CorruptedFunction Function)[] drawn =
        [
            ("right", Smooth()), ("wrong by 0.1 %", Wrong()), ("bends sharply", Sharp()), ("large loss", Lifted()),
            ("kink at 10⁻⁶", Kinked()),
        ];
        return [.. drawn.Select(one =>
        {
            using (one.Function)
                return (one.Name, ErrorCurve.Of(one.Function, NoRows, 0, one.Function.Kinks));
        })];
    }

    public double Loss(Batch batch)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using (torch.no_grad())
            return _loss(Parameters["x"]).ToDouble();
    }

    public double Differentiate(Batch batch)
    {
        using (torch.no_grad())
            Parameters.Gradient.fill_(_gradient(Parameters.ToArray()[0]));
        return Loss(batch);
    }

    public void Dispose() => Parameters.Dispose();

    private static CorruptedFunction Smooth() => new("sin x", 0.3, x => x.sin().sum(), Math.Cos);

    private static CorruptedFunction Wrong() =>
        new("sin x, and a gradient that is wrong by 0.1 %", 0.3, x => x.sin().sum(), x => 1.001 * Math.Cos(x));

    private static CorruptedFunction Sharp() => new("sin 10⁵x / 10⁵", 0.3, x => (1e5 * x).sin().sum() / 1e5, x => Math.Cos(1e5 * x));

    private static CorruptedFunction Lifted() => new("sin x + 10⁷", 0.3, x => x.sin().sum() + 1e7, Math.Cos);

    private static CorruptedFunction Kinked() => new("|x| at 10⁻⁶", 1e-6, x => x.abs().sum(), x => Math.Sign(x), hasKink: true);
}
