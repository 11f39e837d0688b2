using MlMaths.Torch.Models;

namespace MlMaths.Torch.Calculus;

/// <summary>A slope that somebody takes for an activation's.</summary>
/// <param name="Mistake">Its name.</param>
/// <param name="Term">The term of the formula to look at.</param>
/// <param name="Slope">Slope from z and a = φ(z).</param>
internal sealed record SlopeMistake(Mistake Mistake, string Term, Func<Tensor, Tensor, Tensor> Slope);

/// <summary>The slopes that stand where φ'(z) should.</summary>
internal static class SlopeMistakes
{
    /// <summary>Every slope that is not this activation's, or is it in the wrong place.</summary>
    public static IEnumerable<SlopeMistake> Of(Activation φ)
    {
        string term = $"the slope of the {NameOf(φ)}";
        foreach (Activation other in Enum.GetValues<Activation>().Where(other => other != φ))
            yield return new(Mistake.WrongSlope, $"{term}, where that of the {NameOf(other)} stands", (z, _) => SlopeAt(other, z));
        yield return new(Mistake.WrongPlace, $"{term}: at z or at φ(z)", (_, a) => SlopeAt(φ, a));
        yield return new(Mistake.ForgottenPath, $"{term}: it multiplies what comes from above", (z, _) => torch.ones_like(z));
        yield return new(Mistake.WrongSlope, $"{term}: not the value itself", (_, a) => a);
        yield return new(Mistake.WrongPlace, $"{term}: not z itself", (z, _) => z);
        foreach (SlopeMistake own in Own(φ, term)) yield return own;
    }

    public static Tensor SlopeAt(Activation φ, Tensor z) => φ switch
    {
        Activation.Relu => z.gt(0).to(z.dtype),
        Activation.Tanh => 1 - z.tanh().square(),
        Activation.Sigmoid => z.sigmoid() * (1 - z.sigmoid()),
        Activation.Gelu => Φ(z) + z * Bell(z),
    };

    private static IEnumerable<SlopeMistake> Own(Activation φ, string term) => φ switch
    {
        Activation.Sigmoid =>
        [
            new(Mistake.WrongPlace, $"{term}: z where σ(z) belongs", (z, _) => z * (1 - z)),
            new(Mistake.WrongPlace, $"{term}: z where σ(z) belongs, in one of two factors", (z, a) => z * (1 - a)),
            new(Mistake.WrongPlace, $"{term}: z where σ(z) belongs, in one of two factors", (z, a) => a * (1 - z)),
            new(Mistake.WrongSlope, $"{term}: one of two factors is missing", (_, a) => 1 - a),
            new(Mistake.WrongSlope, $"{term}: a sign inside it", (_, a) => a * (1 + a)),
            new(Mistake.WrongSlope, $"{term}: which factor is squared", (_, a) => 1 - a.square()),
            new(Mistake.WrongSlope, $"{term}: which factor is squared", (_, a) => a - a.square().square()),
            new(Mistake.WrongSlope, $"{term}: which factor is squared", (_, a) => a.square()),
            new(Mistake.WrongSlope, $"{term}: the inner derivative of e^−z", (z, _) => (-z).exp()),
        ],
        Activation.Tanh =>
        [
            new(Mistake.WrongPlace, $"{term}: z where tanh z belongs", (z, _) => 1 - z.square()),
            new(Mistake.WrongSlope, $"{term}: the square", (_, a) => 1 - a),
            new(Mistake.WrongSlope, $"{term}: a sign inside it", (_, a) => 1 + a.square()),
            new(Mistake.WrongSlope, $"{term}: that of σ has this form", (_, a) => a * (1 - a)),
            new(Mistake.WrongSlope, $"{term}: the 1 in it", (_, a) => a.square()),
            new(Mistake.WrongSlope, $"{term}: a root too many", (_, a) => (1 - a.square()).sqrt()),
            new(Mistake.WrongSlope, $"{term}: a square too many", (_, a) => (1 - a.square()).square()),
        ],
        Activation.Relu =>
        [
            new(Mistake.WrongSlope, $"{term}: which side is flat", (z, _) => z.lt(0).to(z.dtype)),
            new(Mistake.WrongSlope, $"{term}: a mask, not a sign", (z, _) => z.sign()),
        ],
        Activation.Gelu =>
        [
            new(Mistake.ForgottenPath, $"{term}: the product rule has two parts", (z, _) => Φ(z)),
            new(Mistake.ForgottenPath, $"{term}: the product rule has two parts", (z, _) => z * Bell(z)),
            new(Mistake.ForgottenPath, $"{term}: a factor of the second part", (z, _) => Φ(z) + Bell(z)),
            new(Mistake.ForgottenPath, $"{term}: both factors of the product", (z, _) => Bell(z)),
            new(Mistake.WrongSlope, $"{term}: that of its approximation by σ(1.702 z)", (z, _) => SlopeOfProduct(1.702 * z, z)),
            new(Mistake.WrongSlope, $"{term}: the width of the bell", (z, _) => Φ(z) + z * (-z.square()).exp() / Math.Sqrt(2 * Math.PI)),
            new(Mistake.WrongSlope, $"{term}: the height of the bell", (z, _) => Φ(z) + z * (-z.square() / 2).exp()),
            new(Mistake.WrongSlope, $"{term}: a sign inside it", (z, _) => Φ(z) - z * Bell(z)),
            new(Mistake.WrongPlace, $"{term}: the √2 inside Φ", (z, _) => 0.5 * (1 + torch.special.erf(z)) + z * Bell(z)),
        ],
    };

    private static Tensor SlopeOfProduct(Tensor scaled, Tensor z) =>
        scaled.sigmoid() + 1.702 * z * scaled.sigmoid() * (1 - scaled.sigmoid());

    private static Tensor Φ(Tensor z) => 0.5 * (1 + torch.special.erf(z / Math.Sqrt(2)));

    private static Tensor Bell(Tensor z) => (z.square() / -2).exp() / Math.Sqrt(2 * Math.PI);

    private static string NameOf(Activation φ) => φ switch
    {
        Activation.Relu => "ReLU",
        Activation.Tanh => "tanh",
        Activation.Gelu => "GELU",
        Activation.Sigmoid => "sigmoid",
    };
}
