namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Ends of a share x whose error is known, on a scale without walls: a step e of x is a step of its logit ln(x/(1 − x)) of
/// e/(x(1 − x)), so the ends never leave 0 to 1 and lie farther off on the side where there is room.
/// </summary>
internal static class LogitScale
{
    /// <param name="share">x, strictly between 0 and 1.</param>
    /// <param name="reach">How far the interval would reach on either side on the plain scale.</param>
    public static (double Low, double High) Ends(double share, double reach)
    {
        double odds = share / (1 - share), factor = Math.Exp(reach / (share * (1 - share)));
        return (odds / factor / (1 + odds / factor), 1 / (1 + 1 / (odds * factor)));
    }
}
