using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Evaluation;

/// <summary>What the rule for the threshold and the intervals of its cost are worth on populations of one kind.</summary>
/// <param name="Population">What was drawn.</param>
/// <param name="Rows">Validation rows, and as many test rows.</param>
/// <param name="Populations">How many were drawn.</param>
/// <param name="Covered">In how many the 95 % interval of the cost held the true cost.</param>
/// <param name="Savings">In how many the chosen and the searched threshold differed.</param>
/// <param name="SavingsCovered">In how many of these the paired interval held the true difference.</param>
/// <param name="Regret">Mean true cost of the chosen threshold over that of the best one with the same scores.</param>
/// <param name="WorstRegret">The largest of them.</param>
/// <param name="ElkanRegret">Mean of Elkan's threshold.</param>
/// <param name="SearchedRegret">Mean of the searched threshold.</param>
/// <param name="ElkanChosen">In how many the rule took Elkan's threshold.</param>
public sealed record PolicyRate(
    string Population, int Rows, int Populations, int Covered, int Savings, int SavingsCovered, double Regret, double WorstRegret,
    double ElkanRegret, double SearchedRegret, int ElkanChosen)
{
    /// <summary>Covered / Populations.</summary>
    public Interval Coverage => ClopperPearsonInterval.Of(Covered, Populations);
}
