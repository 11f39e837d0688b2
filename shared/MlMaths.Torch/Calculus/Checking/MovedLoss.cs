using MlMaths.Torch.Data;
using MlMaths.Torch.Models;

namespace MlMaths.Torch.Calculus;

/// <summary>
/// The loss with θ moved, and the side of each kink that it lies on there. θ is as it was after every question, even
/// one that throws.
/// </summary>
internal sealed class MovedLoss(IGradientSource function, Batch batch, Func<IReadOnlyList<Tensor>>? kinks)
{
    private readonly double[] _θ = function.Parameters.ToArray();
    private sbyte[]? _sides;

    public IReadOnlyList<double> At => _θ;

    public ParameterVector Parameters => function.Parameters;

    /// <summary>L(θ), and how large it is: the noise of a difference is ε of this.</summary>
    public double Here { get; } = function.Loss(batch);

    /// <summary>(L(θ + hv) − L(θ − hv)) / 2h, and whether a kink lies in between.</summary>
    public (double Slope, bool CrossesKink) Slope(IReadOnlyList<Component> v, double h)
    {
        using var home = new Home(this);
        (double above, sbyte[] sidesAbove) = Ask(v, h);
        (double below, sbyte[] sidesBelow) = Ask(v, -h);
        return ((above - below) / Distance(v, h), Cross(sidesAbove, sidesBelow));
    }

    /// <summary>(L(θ + hv) − L(θ)) / h and (L(θ) − L(θ − hv)) / h.</summary>
    public (double Above, double Below) OneSided(IReadOnlyList<Component> v, double h)
    {
        using var home = new Home(this);
        (double above, _) = Ask(v, h);
        (double below, _) = Ask(v, -h);
        return ((above - Here) / h, (Here - below) / h);
    }

    /// <summary>(∇L(θ + hv) − ∇L(θ − hv)) / 2h, and whether a kink lies in between.</summary>
    public (double[] Slope, bool CrossesKink) GradientSlope(double[] v, double h)
    {
        using var home = new Home(this);
        Component[] way = [.. v.Select((share, j) => new Component(j, share))];
        (_, sbyte[] sidesAbove) = Ask(way, h);
        double[] above = GradientVerdict.GradientOf(function, batch);
        (_, sbyte[] sidesBelow) = Ask(way, -h);
        double[] below = GradientVerdict.GradientOf(function, batch);
        return ([.. above.Zip(below, (x, y) => (x - y) / (2 * h))], Cross(sidesAbove, sidesBelow));
    }

    // Both ends may lie on one side, and θ on the kink itself: a length that is ε here is longer at either end.
    private bool Cross(sbyte[] above, sbyte[] below)
    {
        return !above.AsSpan().SequenceEqual(below) || !above.AsSpan().SequenceEqual(_sides);
    }

    private (double Loss, sbyte[] Sides) Ask(IReadOnlyList<Component> v, double h)
    {
        _sides ??= Sides(); // before the first move, θ is where it was
        double[] moved = [.. _θ];
        foreach ((int coordinate, double share) in v)
            moved[coordinate] += h * share;
        Parameters.Set(moved);
        return (function.Loss(batch), Sides());
    }

    /// <summary>2h as it really was after rounding, where one coordinate moves alone.</summary>
    private double Distance(IReadOnlyList<Component> v, double h) =>
        v is [(var j, 1.0)] && Parameters.Values.dtype == torch.ScalarType.Float64 ? _θ[j] + h - (_θ[j] - h) : 2 * h;

    /// <summary>One sign for each number at whose change of sign the loss has a kink.</summary>
    private sbyte[] Sides()
    {
        if (kinks is null) return [];
        using DisposeScope scope = torch.NewDisposeScope();
        using (torch.no_grad())
            return [.. kinks().SelectMany(z => z.sign().to(torch.ScalarType.Int8).cpu().contiguous().flatten().data<sbyte>().ToArray())];
    }

    /// <summary>Brings θ back.</summary>
    private readonly struct Home(MovedLoss loss) : IDisposable
    {
        public void Dispose() => loss.Parameters.Set(loss._θ);
    }
}
