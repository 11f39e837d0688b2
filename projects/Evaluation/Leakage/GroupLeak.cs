using System.Globalization;
using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.EvaluationPack.Leakage;

/// <summary>
/// Several rows of each patient, dealt to folds as if each were a patient of its own: the model recognises who it has
/// met.
/// </summary>
internal sealed record GroupLeak() : Leak("group", "patients in two folds")
{
    private const int Patients = 40, Visits = 6, FreshPatients = 80, Columns = 6;

    public override string World =>
        $"{Patients} patients with {Visits} visits each; "
        + $"{Columns} columns that differ far more between patients than between visits, "
        + $"one of which says a little about the illness. The share of the ill among the 5 nearest rows.";

    public override string Mistake => "folds = Folds.Stratified(target, 5, seed);";

    public override string Fix => "folds = GroupedFolds.Stratified(target, 5, seed);";

    public override string Why => "The other visits of a held-out patient are in training, lie nearest, and have the "
        + "same label.";

    public override LeakageKind? Check => LeakageKind.Groups;

    public override LeakScores In(int seed)
    {
        var random = Seeds.Generator(seed, DrawnFor.Worlds);
        List<double> features = [];
        List<bool> positive = [];
        for (int patient = 0; patient < Patients + FreshPatients; patient++)
        {
            bool ill = patient % 2 == 0;
            double[] usual = [.. Enumerable.Range(0, Columns).Select(column => Normal.Draw(random, mean: ill && column == 0 ? 0.9 : 0))];
            for (int visit = 0; visit < Visits; visit++)
            {
                features.AddRange(usual.Select(x => x + Normal.Draw(random, deviation: 0.3)));
                positive.Add(ill);
            }
        }

        var world = new DrawnWorld([.. features], [.. positive], Patients * Visits);
        string[] groups = [.. Enumerable.Range(0, world.Known).Select(row => (row / Visits).ToString(CultureInfo.InvariantCulture))];
        var recipe = new NeighbourRecipe();
        IReadOnlyList<Turn> whole = world.Folds(groups, 5, seed), cut = world.Folds(5, seed);
        double[] flattered = new double[world.Known];
        foreach (Turn turn in cut)
        {
            turn.HeldOut.Zip(world.Probabilities(recipe, turn.Training, turn.HeldOut, seed)).ToList()
                .ForEach(one => flattered[one.First] = one.Second);
        }
        return LeakScores.Over(
            world, whole,
            turn => [.. turn.HeldOut.Select(row => flattered[row])],
            (turn, judged) => world.Probabilities(recipe, turn.Training, judged, seed)) with
        {
            IsFound = world.Shows(LeakageKind.Groups, seed, groups),
        };
    }
}
