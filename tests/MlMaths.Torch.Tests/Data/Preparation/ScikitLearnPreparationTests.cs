using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Tests.Golden;

namespace MlMaths.Torch.Tests.Data;

/// <summary>
/// Encoded, filled and standardised columns, and logistic regression on them, beside scikit-learn's Pipeline of ColumnTransformer,
/// SimpleImputer, OneHotEncoder and StandardScaler: <c>Golden/make_preparation.py</c>.
/// </summary>
public sealed class ScikitLearnPreparationTests
{
    [Theory]
    [InlineData("bank_calls", 25)]
    [InlineData("heart_cleveland", 1)]
    public void Probabilities_are_those_of_its_pipeline(string name, int every)
    {
        var expected = GoldenFile.Read("preparation.json").GetProperty(name).EnumerateArray().Select(p => p.GetDouble()).ToArray();
        BinaryTarget target = BinaryTarget.From(DatasetCatalogue.Load(name));
        int[] rows = [.. Enumerable.Range(0, target.Dataset.Rows)];
        DataSplit split = DataSplit.Of(target.Dataset, [.. rows.Where(row => row % 5 != 0)], [], [.. rows.Where(row => row % 5 == 0)]);
        split = Preparation.Fit(split.Training).On(split);
        target = target.On(split.Training.Whole);

        using DisposeScope scope = torch.NewDisposeScope();
        using var data = PreparedBatches.Of(target, split, StandardScaler.Fit, torch.CPU);
        using var model = new LogisticModel(target.Dataset.Columns, torch.CPU);
        LogisticFit.ByNewton(model, data.Training, λ: 0.01, tolerance: 1e-12);

        double[] probabilities = model.Probabilities(data.AllRows);
        double[] compared = [.. probabilities.Where((_, row) => row % every == 0)];
        Assert.Equal(expected.Length, compared.Length);
        Assert.All(compared.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-6));
    }
}
