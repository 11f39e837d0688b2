using System.Security.Cryptography;
using System.Text.Json;
using MlMaths.Torch.Runs;
using MlMaths.Torch.Tests.Cli;

namespace MlMaths.Torch.Tests.Runs;

public sealed class ModelFileTests : IDisposable
{
    private readonly CommandTrial _trial = new();

    public void Dispose() => _trial.Dispose();

    [Fact]
    public void A_layer_and_a_row_of_a_matrix_are_one_line_each_and_numbers_come_back_bit_for_bit()
    {
        double[][] rows = [[1.0 / 3, -0.0], [double.NaN, 1e-300]];
        string text = ModelFile.ToJson(new Dictionary<string, object?>
        {
            ["widths"] = new[] { 64, 10 },
            ["name"] = "a <b> \u202E",
            ["none"] = null,
            ["matrix"] = rows,
            ["parameters"] = new Dictionary<string, float[]> { ["W0"] = [0.1f, 2], ["b0"] = [] },
            ["empty"] = new Dictionary<string, int>(),
        });

        Assert.Equal("""
            {
              "widths": [64,10],
              "name": "a \u003Cb\u003E \u202E",
              "none": null,
              "matrix": [
                [0.3333333333333333,-0],
                [null,1E-300]
              ],
              "parameters": {
                "W0": [0.1,2],
                "b0": []
              },
              "empty": {}
            }

            """.ReplaceLineEndings("\n"), text);
        Assert.Equal(1.0 / 3, JsonDocument.Parse(text).RootElement.GetProperty("matrix")[0][0].GetDouble());
    }

    [Fact]
    public void Results_json_names_the_file_with_its_hash()
    {
        _trial.Run();
        JsonElement said = _trial.Manifest().GetProperty("model");
        byte[] file = File.ReadAllBytes(Path.Combine(_trial.Folders.Single(), said.GetProperty("file").GetString()!));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(file)), said.GetProperty("sha256").GetString());
        Assert.Equal(2, _trial.Manifest().GetProperty("schema").GetInt32());
    }
}
