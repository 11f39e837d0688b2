using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Models;

/// <summary>
/// Silences each unit with probability p for one step, so that no unit can rely on another.
///
/// <code>
/// mⱼ = 1/(1−p) with probability 1−p, else 0          E(mⱼ) = 1: nothing has to be rescaled when dropout is off
/// a ← m ⊙ a
/// </code>
///
/// Mask number k is decided by the seed and k alone: where a training stands in its stream of masks is one number.
/// Source: Srivastava et al., 2014, JMLR 15:1929; the scaling at training time is the "inverted" form.
/// </summary>
public sealed class Dropout : IDisposable
{
    private readonly double _p;
    private readonly int _seed;
    private readonly torch.Generator _chance;

    internal Dropout(double p, int seed, torch.Device device)
    {
        _p = p;
        _seed = seed;
        _chance = new torch.Generator((ulong)Seeds.Of(seed, DrawnFor.Dropout), device);
    }

    /// <summary>k: masks drawn so far. Set it to continue a training where it was.</summary>
    public long Drawn { get; set; }

    /// <summary>m ⊙ a with a new mask; autograd follows it. NaN and infinite numbers go through, and 0 times one is NaN.</summary>
    public Tensor Apply(Tensor a) => a * Mask(a);

    /// <summary>The next mask, shaped and typed like <paramref name="a"/>, whose numbers, NaN and infinite ones too, are
    /// not looked at.</summary>
    public Tensor Mask(Tensor a)
    {
        _chance.manual_seed(Seeds.Of(_seed, DrawnFor.Dropout, unchecked((int)Drawn++)));
        return torch.empty_like(a).bernoulli_(1 - _p, _chance).div_(1 - _p);
    }

    /// <summary>Frees the generator.</summary>
    public void Dispose() => _chance.Dispose();
}
