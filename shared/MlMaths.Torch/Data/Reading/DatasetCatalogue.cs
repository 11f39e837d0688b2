using System.Reflection;

namespace MlMaths.Torch.Data;

/// <summary>The data sets that are part of the library.</summary>
public static class DatasetCatalogue
{
    private const string CreativeCommons = "CC BY 4.0";

    /// <summary>What there is, in the order in which a learner meets it.</summary>
    internal static IReadOnlyList<CatalogueEntry> All { get; } =
    [
        new("breast_cancer", 569, 30, "diagnosis", "malignant or benign", "malignant",
            "Wolberg, Mangasarian, Street (1995), Breast Cancer Wisconsin (Diagnostic), UCI Machine Learning Repository",
            "10.24432/C5DW2B", CreativeCommons),
        new("wine", 178, 13, "cultivar", "cultivar_1 to cultivar_3", null,
            "Aeberhard, Forina (1992), Wine, UCI Machine Learning Repository", "10.24432/C5PC7J", CreativeCommons),
        new("digits", 1797, 64, "digit", "0 to 9", null,
            "Alpaydin, Kaynak (1998), Optical Recognition of Handwritten Digits (its test part), UCI Machine Learning Repository",
            "10.24432/C50P49", CreativeCommons),
        new("iris", 150, 4, "species", "setosa, versicolor or virginica", null,
            "Fisher (1936), Iris, UCI Machine Learning Repository", "10.24432/C56C76", CreativeCommons),
        new("diabetes", 442, 10, "progression", "a number", null,
            "Efron, Hastie, Johnstone, Tibshirani (2004), Least Angle Regression, Annals of Statistics 32(2)", null,
            "published with the paper, freely redistributed"),
        new("bank_calls", 8237, 20, "y", "yes or no", "yes",
            "Moro, Cortez, Rita (2014), Bank Marketing (a part of bank-additional), UCI Machine Learning Repository",
            "10.24432/C5K306", CreativeCommons) { IsAsFound = true },
        new("heart_cleveland", 303, 13, "num", "0 (no disease) to 4", "not 0",
            "Janosi, Steinbrunn, Pfisterer, Detrano (1988), Heart Disease (Cleveland), UCI Machine Learning Repository",
            "10.24432/C52P4X", CreativeCommons)
        {
            IsAsFound = true,
            ColumnNames =
            [
                "age", "sex", "cp", "trestbps", "chol", "fbs", "restecg", "thalach", "exang", "oldpeak", "slope", "ca", "thal", "num",
            ],
        },
        new("penguins", 344, 7, "species", "Adelie, Chinstrap or Gentoo", null,
            "Gorman, Williams, Fraser (2014); Horst, Hill, Gorman (2020), palmerpenguins", null, "CC0") { IsAsFound = true },
        new("bike_daily", 731, 15, "cnt", "a number", null,
            "Fanaee-T, Gama (2013), Bike Sharing, UCI Machine Learning Repository", "10.24432/C5W894", CreativeCommons)
        {
            IsAsFound = true,
        },
        new("student_maths", 395, 32, "G3", "a number", null,
            "Cortez, Silva (2008), Student Performance (mathematics), UCI Machine Learning Repository", "10.24432/C5TG7T", CreativeCommons)
        {
            IsAsFound = true,
        },
    ];

    /// <summary>Reads an embedded data set.</summary>
    /// <param name="name">One of <see cref="All"/>.</param>
    /// <param name="roles">Columns with another role than usual; its own target where none is named.</param>
    public static Dataset Load(string name, ColumnRoles? roles = null) => Load(name, roles, new(), null);

    /// <summary>The same, where the user says more of its columns.</summary>
    internal static Dataset Load(
        string name, ColumnRoles? roles, TableOptions options, Func<IReadOnlyList<(string Option, string? Value)>, string>? command)
    {
        CatalogueEntry entry = All.FirstOrDefault(known => known.Name == name) ?? throw Unknown(name);
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"data/{entry.Name}.csv")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return CsvDataset.Parse(bytes.ToArray(), new($"{entry.Name}.csv", entry.Name, Roles(entry, roles), entry.Origin, entry.Licence)
        {
            Doi = entry.Doi,
            DefaultPositive = entry.DefaultPositive,
            CustomaryTarget = entry.Target,
            IsClean = !entry.IsAsFound && roles is not { IsOverview: true },
            Options = options with { Names = options.Names ?? entry.ColumnNames },
            Command = command,
        });
    }

    private static ColumnRoles Roles(CatalogueEntry entry, ColumnRoles? wanted) =>
        wanted is { IsOverview: true } ? wanted : (wanted ?? new()) with { Target = wanted?.Target ?? entry.Target };

    private static UserMistakeException Unknown(string name)
    {
        string? nearest = NearestName.Of(name, All.Select(entry => entry.Name));
        string meant = nearest is null ? "" : $" (did you mean {Quoted.Value(nearest)}?)";
        string known = string.Join(", ", All.Select(entry => entry.Name));
        return new($"There is no embedded data set {Quoted.Value(name)}{meant}: it may be {known}.");
    }
}
