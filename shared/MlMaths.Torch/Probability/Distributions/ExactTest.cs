namespace MlMaths.Torch.Probability;

/// <summary>An exact two-sided test of a count.</summary>
/// <param name="PValue">Probability of a count no likelier than the observed one: never rejects a true law more often
/// than promised.</param>
/// <param name="MidPValue">The same with half of the probability of all counts as likely as the observed one:
/// rejects about as often as promised (H. O. Lancaster, 1961, J. Am. Stat. Assoc. 56:223–234).</param>
public sealed record ExactTest(double PValue, double MidPValue);
