"""Weights of signals for and against causes: written by a command, not by hand.

The judgements in `table.py`, corrected by simulated examples as far as `fusion_fit.py` allows.
To make this file anew: python -m tests.benchmarks.fit_fusion FILE --write
"""

from collections.abc import Mapping

# Factor of all weights, so that what is called probable comes true as often.
SCALE = 1.43

# Shares of the causes before any evidence, by kind of service, in the order of taxonomy.KNOWN.
SHARES: Mapping[str, tuple[float, ...]] = {
    "app": (0.180, 0.106, 0.174, 0.160, 0.076, 0.089, 0.045, 0.118, 0.038, 0.014),
    "provider": (0.048, 0.074, 0.064, 0.077, 0.085, 0.053, 0.441, 0.016, 0.032, 0.111),
}

# Log-odds by feature, before the scale; the columns are those of taxonomy.KNOWN.
# software capacity software configur planned hardware network third cyberatt external
_TABLE = """
symptoms.login                    0.00  0.28  0.00  1.35  1.12  0.00 -0.86  0.00  0.00 -0.32
symptoms.app_crash                0.57  0.22  2.50 -0.16 -0.19  0.00  0.00  0.00  0.00  0.00
symptoms.not_loading             -0.23  0.00 -0.57  1.37  1.19  1.11  0.00  1.06  1.70  0.00
symptoms.messaging                0.31  0.00  0.00  0.46 -0.21 -0.16  0.00  0.00 -0.24  0.00
symptoms.no_connection           -1.36 -0.95 -0.54  0.27  0.00  0.37  0.91 -1.04  0.00  1.21
symptoms.slow                     0.00  2.50 -0.58  0.00  0.00  0.24  0.00  0.00  1.70  0.00
symptoms.server_error             0.00  0.09 -0.18  0.28  0.00  0.17 -1.66  0.71  0.00 -0.77
symptoms.media                    0.27 -0.17  0.00  0.00  0.00  0.00  0.29  0.33  0.00  0.00
symptoms.payment                  0.00  0.42 -0.20 -0.39  0.32 -0.17  0.00  1.39  0.00  0.00
symptoms.power_cut                0.00  0.00  0.00  0.00  0.00  1.40 -0.26  0.00  0.00  2.29
symptoms.other_function           1.35  0.00  1.59 -0.22  0.23  0.00  0.00  0.00  0.00  0.00
symptoms.cut_off                  0.00  0.00  0.00  0.00  0.00  0.00  1.50  0.00  0.00  0.70
symptoms.broad                    1.70  0.00  0.00  0.00  0.00  0.00  0.20  0.00  0.00  0.00
extent.everywhere                 0.42  0.09  0.83  0.37  0.00 -1.02 -1.71  0.00  0.39 -1.62
extent.all_of_provider            0.09  0.00  0.00  0.11  0.00 -0.67  0.00  0.00  0.00  0.00
extent.several                    0.00  0.00  0.00  0.00  0.00  0.82  0.00  0.11  0.00  0.00
extent.one_area                  -0.80 -0.33 -0.67 -0.69  0.00  0.40  0.20  0.00 -0.17  0.83
extent.one_region                 0.00  0.00  0.00  0.00  1.24  0.43  0.00  0.00  0.00  0.00
networks.raised                   0.00  0.00  0.00  0.00  0.00  0.00  2.07  0.00  0.00  0.00
networks.even                     0.00  0.00  0.00  0.00  0.00  0.00 -1.03  0.00  0.00 -0.54
networks.all_of_area              0.00  0.00  0.00  0.00  0.00  0.00 -0.35  0.00  0.00  0.77
networks.one                      0.00  0.00  0.00  0.00  0.00  0.00  0.70  0.00  0.00  0.00
onset.at_once                     0.00 -1.48 -0.09  0.67  0.37  0.23  0.51  0.09  0.00  0.09
onset.slow                        0.85  0.94  0.27 -1.03 -0.59 -0.96 -0.66 -0.61  0.00 -0.09
onset.slow_at_peak                0.00  0.92  0.00  0.00  0.00  0.00  0.00  0.00  0.00  0.00
waves.again                       0.00  0.00  0.00  0.00  0.00  0.00  0.00  0.00  0.17  0.00
steps.stairs                      0.00  0.00  0.70  0.00  0.00  0.00  0.00  0.00  0.00  0.00
siblings.down                     0.44 -0.89 -1.35  1.14 -0.88  1.01  0.00 -0.21  0.00  0.00
siblings.quiet                    0.35  0.00  0.00 -0.35  0.00  0.00  0.00  0.00  0.00  0.00
dependency.none_down              0.00  0.00  0.00  0.00  0.00  0.00  0.00 -1.74  0.00  0.00
dependency.many_down              0.00 -0.17  0.00  0.00  0.00  0.92  0.95  1.89  0.00  1.03
dependency.in_step                0.00  0.00  0.00  0.00  0.00  0.00  0.00  0.70  0.00  0.00
dependency.none_known             0.00  0.00  0.00  0.00  0.00  0.00  0.00 -0.70  0.00  0.00
providers.nearly_all              0.00  0.00  0.00  0.00  0.00  0.00 -0.70  0.00  0.00  1.50
providers.some                    0.00  0.00  0.00  0.00  0.00  0.00  1.37  0.00  0.00  0.63
providers.none                    0.00  0.00  0.00  0.00  0.00  0.00 -1.46  0.00  0.00 -1.62
providers.others                  0.00  0.00  0.00  0.00  0.00  0.00  0.00  0.00  0.00  0.70
providers.no_other                0.00  0.00  0.00  0.00  0.00  0.00  0.35  0.00  0.00 -0.70
found.platform                    0.35 -0.35 -0.35  0.70  0.00  0.35 -0.35 -0.70  0.00  0.00
found.provider                    0.00  0.00  0.00  0.00  0.00  0.00  6.00 -0.35  0.00  0.00
found.itself                      0.00  0.00  0.00  0.00  0.00  0.00  0.00 -0.70  0.00  0.00
found.grid                        0.00  0.00  0.00  0.00  0.00  0.70 -0.70  0.00  0.00  6.00
found.vendor                     -1.50 -1.50 -1.50 -1.50 -1.50  0.35  0.00  6.00  0.00  0.00
maintenance.yes                   0.00  0.00  0.00  0.21  2.29  0.00  0.00  0.00  0.00  0.00
maintenance.no                    0.00  0.00  0.00 -0.18 -1.31  0.00  0.00  0.00  0.00  0.00
release.yes                       0.00  0.00  1.52  0.00  0.00  0.00  0.00  0.00  0.00  0.00
release.no                        0.00  0.00 -0.58  0.00 -0.16  0.00  0.00  0.00  0.00  0.00
hour.evening                      0.00  1.00  0.00  0.00  0.00  0.00  0.00  0.00  0.00  0.00
hour.night                        0.00 -0.09  0.00  0.00  1.35  0.00  0.00  0.00  0.00  0.00
hour.working                      0.00  0.00  0.00  0.10  0.00  0.00  0.00  0.00  0.00  0.00
notice.software_bug               2.20  0.35  0.00  0.00  0.00  0.00  0.00  0.00  0.00  0.00
notice.capacity_overload          0.35  2.20  0.00  0.00  0.00  0.00  0.00  0.00  0.00  0.00
notice.software_update            0.00  0.00  2.20  0.35  0.35  0.00  0.00  0.00  0.00  0.00
notice.configuration_error        0.00  0.00  0.35  2.20  0.35  0.00  0.00  0.00  0.00  0.00
notice.planned_maintenance        0.00  0.00  0.35  0.35  2.20  0.00  0.00  0.00  0.00  0.00
notice.hardware_power             0.00  0.00  0.00  0.00  0.00  2.20  0.35  0.00  0.00  0.00
notice.network_connectivity       0.00  0.00  0.00  0.00  0.00  0.35  2.20  0.00  0.00  0.00
notice.third_party_dependency     0.00  0.00  0.00  0.00  0.00  0.00  0.00  2.20  0.00  0.00
notice.cyberattack                0.00  0.00  0.00  0.00  0.00  0.00  0.00  0.00  2.20  0.00
notice.external_event             0.00  0.00  0.00  0.00  0.00  0.00  0.00  0.00  0.00  2.20
comments.software_bug             0.70  0.00  0.00  0.00  0.00  0.00  0.00  0.00  0.00  0.00
comments.capacity_overload        0.00  0.70  0.00  0.00  0.00  0.00  0.00  0.00  0.00  0.00
comments.software_update          0.00  0.00  1.00  0.00  0.00  0.00  0.00  0.00  0.00  0.00
comments.configuration_error      0.00  0.00  0.00  0.70  0.00  0.00  0.00  0.00  0.00  0.00
comments.planned_maintenance      0.00  0.00  0.00  0.00  1.00  0.00  0.00  0.00  0.00  0.00
comments.hardware_power           0.00  0.00  0.00  0.00  0.00  1.00  0.00  0.00  0.00  0.00
comments.network_connectivity     0.21  0.00  0.00  0.00  0.00  0.00  0.96  0.00  0.00  0.00
comments.third_party_dependency   0.00  0.00  0.00  0.00  0.00  0.00  0.00  1.00  0.00  0.00
comments.external_event           0.00  0.00  0.00  0.00  0.00  0.00  0.00  0.00  0.00  1.00
comments.cyberattack              0.00  0.00  0.00  0.00  0.00  0.00  0.00  0.00  0.70  0.00
"""

WEIGHTS: Mapping[str, tuple[float, ...]] = {
    name: tuple(float(weight) for weight in weights)
    for name, *weights in map(str.split, _TABLE.strip().splitlines())
}
