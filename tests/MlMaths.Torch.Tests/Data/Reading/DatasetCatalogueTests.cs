using System.Security.Cryptography;
using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Data;

public sealed class DatasetCatalogueTests
{
    public static TheoryData<string> Names => [.. DatasetCatalogue.All.Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_embedded_set_is_as_the_catalogue_says(string name)
    {
        CatalogueEntry entry = DatasetCatalogue.All.Single(entry => entry.Name == name);
        Dataset dataset = DatasetCatalogue.Load(name);
        Assert.Equal((name, entry.Rows, entry.Features, entry.Target), (dataset.Name, dataset.Rows,
            dataset.Raw?.Table.Columns.Count - 1 ?? dataset.Columns, dataset.TargetName));
        Assert.Equal((entry.Origin, entry.Licence, entry.Doi),
            (dataset.Provenance.Source, dataset.Provenance.Licence, dataset.Provenance.Doi));
        Assert.Equal(entry.DefaultPositive, dataset.DefaultPositive);
        Assert.Equal(entry.TargetValues == "a number" || name is "digits" or "heart_cleveland", dataset.TargetNumbers is not null);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_hash_is_that_of_the_file_in_the_repository(string name)
    {
        byte[] file = File.ReadAllBytes(Path.Combine(Repository.Folder, "shared", "data", $"{name}.csv"));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(file)), DatasetCatalogue.Load(name).Sha256);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_page_beside_the_files_names_each_with_its_origin_and_hash(string name)
    {
        string page = File.ReadAllText(Path.Combine(Repository.Folder, "shared", "data", "README.md"));
        Dataset dataset = DatasetCatalogue.Load(name);
        Assert.Contains($"`{name}`", page);
        Assert.Contains(dataset.Sha256, page);
        Assert.Contains(dataset.Provenance.Doi ?? dataset.Provenance.Source, page);
    }

    [Theory]
    [InlineData("breast_cancer", "malignant 212, benign 357")]
    [InlineData("wine", "cultivar_1 59, cultivar_2 71, cultivar_3 48")]
    [InlineData("iris", "setosa 50, versicolor 50, virginica 50")]
    public void The_classes_are_as_large_as_their_source_says(string name, string classes) => Assert.Equal(
        classes, string.Join(", ",
            DatasetCatalogue.Load(name).Labels.CountBy(label => label).Select(count => $"{count.Key} {count.Value}")));

    [Fact]
    public void The_first_row_of_breast_cancer_is_the_first_line_of_its_file()
    {
        Dataset dataset = DatasetCatalogue.Load("breast_cancer");
        Assert.Equal([17.99, 10.38, 122.8, 1001], dataset.Row(0)[..4].ToArray());
        Assert.Equal("malignant", dataset.Labels[0]);
    }

    [Fact]
    public void An_unknown_name_with_the_nearest_one() => Assert.Equal(
        "There is no embedded data set 'breast-cancer' (did you mean 'breast_cancer'?): "
        + "it may be breast_cancer, wine, digits, iris, diabetes, bank_calls, heart_cleveland, penguins, bike_daily, student_maths.",
        Tables.Mistake(() => DatasetCatalogue.Load("breast-cancer")));
}
